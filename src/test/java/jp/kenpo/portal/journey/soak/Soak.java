package jp.kenpo.portal.journey.soak;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.kenpo.portal.journey.Chromium;

/** A run: visits of members at random until its time is over. After a break it goes on with another visit. */
final class Soak {

    private static final String USAGE = "usage: bin/soak [--minutes N] [--seed S]";

    private static final int MOVES_OF_ONE_VISIT = 90;

    /** So many are on their way at a time; a newcomer takes the place of one of them. */
    private static final int KNOWN = 6;

    private final long seed;
    private final PrintStream out;
    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private final Map<Move, Integer> moves = new EnumMap<>(Move.class);
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private final List<Break> breaks = new ArrayList<>();
    private int newcomers;

    private Soak(long seed, PrintStream out) {
        this.seed = seed;
        this.out = out;
        this.folder = Path.of("target", "soak", Long.toString(seed));
    }

    /** @param arguments as bin/soak takes them */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long minutes = 10;
        long seed = System.nanoTime();
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                switch (arguments[i]) {
                    case "--minutes" -> minutes = Long.parseLong(arguments[i + 1]);
                    case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                    default -> throw new IllegalArgumentException(arguments[i]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            System.err.println("bin/soak: " + e.getMessage() + "; " + USAGE);
            System.exit(2);
        }
        Outcome outcome;
        try (Chromium chromium = new Chromium()) {
            outcome = run(chromium.browser(), Duration.ofMinutes(minutes), seed, out);
        }
        outcome.moves().forEach((move, count) -> out.printf("%6d %s%n", count, move));
        Set<Place> never = EnumSet.allOf(Place.class);
        never.removeAll(outcome.places());
        out.println("never come upon: " + never);
        out.println(outcome);
        System.exit(outcome.breaks().isEmpty() ? 0 : 1);
    }

    /** Starts a portal and walks about in it for so long. */
    static Outcome run(Browser browser, Duration duration, long seed, PrintStream out) {
        return new Soak(seed, out).run(browser, duration);
    }

    private Outcome run(Browser browser, Duration duration) {
        out.println("seed " + seed);
        Path data = folder.resolve("data-" + ProcessHandle.current().pid());
        try (PortalApart portal = PortalApart.start(data)) {
            Mails mails = new Mails(portal.mailFolder());
            long end = System.nanoTime() + duration.toNanos();
            for (int visit = 1; System.nanoTime() < end; visit++) {
                // Of its own, so that no visit depends on how far the one before came in its time.
                Random random = new Random(seed * 1_000_003 + visit);
                visit(visit, random, browser, portal, mails, end);
                out.println(visit + " visits, " + new Outcome(seed, moves, places, breaks));
            }
        }
        return new Outcome(seed, moves, places, breaks);
    }

    private void visit(int number, Random random, Browser browser, PortalApart portal, Mails mails, long end) {
        Member member = anyMember(random);
        try (Wanderer wanderer = new Wanderer(browser, portal, mails, member, random)) {
            for (int i = 0; i < MOVES_OF_ONE_VISIT && System.nanoTime() < end; i++) {
                Move move = wanderer.drawn();
                moves.merge(move, 1, Integer::sum);
                List<String> faults = wanderer.move(move);
                wanderer.own().tab().places().forEach(places::add);
                if (!faults.isEmpty()) {
                    note(
                            new Break(
                                    seed,
                                    number,
                                    member.toString(),
                                    faults,
                                    wanderer.trail().moves(),
                                    files(number)),
                            wanderer);
                    members.remove(member);
                    return;
                }
            }
        }
    }

    private Member anyMember(Random random) {
        int chosen = random.nextInt(KNOWN * 3 / 2);
        if (chosen < members.size() && members.size() > KNOWN / 2) {
            return members.get(chosen);
        }
        Member member = new Member(newcomers++);
        members.add(0, member);
        if (members.size() > KNOWN) {
            members.remove(KNOWN);
        }
        return member;
    }

    private Path files(int visit) {
        return folder.resolve("break-" + visit);
    }

    private void note(Break broken, Wanderer wanderer) {
        breaks.add(broken);
        out.println(broken);
        try {
            Files.createDirectories(folder);
            Files.writeString(Path.of(broken.files() + ".txt"), broken.toString());
            Page page = wanderer.own().page();
            Files.writeString(Path.of(broken.files() + ".html"), page.content());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(broken.files() + ".png"))
                    .setFullPage(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlaywrightException e) {
            out.println("no screenshot: " + e.getMessage());
        }
    }
}
