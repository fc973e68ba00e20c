package jp.kenpo.portal.journey.soak;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kenpo.portal.journey.PageTurn;

/** A visit of a member who does anything, and often the right thing, else he would never get far. */
final class Wanderer implements AutoCloseable {

    /** How the browser says that another page was already on its way, or that it was none. */
    private static final List<String> INTERRUPTED = List.of(
            "net::ERR_ABORTED",
            "Not attached to an active page",
            "interrupted by another navigation",
            "Execution context was destroyed",
            "Cannot find context",
            "Download is starting");

    private static final int MOST_TABS = 20;

    private static final List<Duration> TIMES = List.of(
            Duration.ofSeconds(31),
            Duration.ofSeconds(61),
            Duration.ofMinutes(6),
            Duration.ofMinutes(11),
            Duration.ofMinutes(31),
            Duration.ofHours(13));

    private static final List<String> ADDRESSES = Stream.concat(
                    Stream.of(
                            "/",
                            "/sign-out",
                            "/sign-in/cookie",
                            "/member/recovery-codes.txt",
                            "/member/home.xhtml?jffi=first-login&jftfdi=",
                            "/first-login/done.xhtml?jfwid=x",
                            "/recovery/link.xhtml?token=AAAA",
                            "/recovery/stop.xhtml?token=AAAA"),
                    Stream.concat(
                            Judge.NO_PAGES.stream().sorted(),
                            // Without its number a notice is nowhere.
                            Stream.of(Place.values())
                                    .filter(place -> place != Place.NOTICE)
                                    .map(Place::address)))
            .toList();

    private final Browser browser;
    private final PortalApart portal;
    private final Member member;
    private final Random random;
    private final Typing typing;
    private final Trail trail = new Trail();
    private final Map<Boolean, OwnBrowser> browsers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Move liked;

    private boolean phone;
    private OwnBrowser own;

    Wanderer(Browser browser, PortalApart portal, Mails mails, Member member, Random random) {
        this.browser = browser;
        this.portal = portal;
        this.member = member;
        this.random = random;
        this.typing = new Typing(random, portal.time(), mails);
        this.liked = Move.values()[random.nextInt(Move.values().length)];
        this.phone = random.nextBoolean();
        this.own = openBrowser();
        own.page().navigate(portal.address() + "/");
        look();
    }

    private OwnBrowser openBrowser() {
        return browsers.computeIfAbsent(phone, which -> new OwnBrowser(browser, member, which));
    }

    /** Makes a move. @return what the portal broke of its rules by it */
    List<String> move(Move move) {
        faults.clear();
        trail.add(move + ":");
        try {
            move.by(this);
        } catch (PlaywrightException interrupted) {
            // He asked for another page while one was loading, which is no fault of the portal.
            if (INTERRUPTED.stream().noneMatch(interrupted.getMessage()::contains)) {
                faults.add("the browser: "
                        + interrupted.getMessage().lines().findFirst().orElse(""));
            }
        }
        look();
        return List.copyOf(faults);
    }

    Move drawn() {
        return Move.any(random, liked);
    }

    Trail trail() {
        return trail;
    }

    OwnBrowser own() {
        return own;
    }

    // Moves.

    void fillInRightly() {
        Seen seen = seen();
        Optional<Seen.Button> main = seen.buttons().stream()
                .filter(button -> button.shown() && button.primary())
                .findFirst();
        if (seen.is(Place.EMAIL_CODE) && random.nextInt(3) == 0) {
            main = seen.buttons().stream()
                    .filter(button -> button.name().equals("button-later"))
                    .findFirst();
        }
        if (main.isPresent()) {
            press(main.get(), fill(10), false);
        } else {
            List<Seen.Link> ways = seen.links().stream()
                    .filter(link -> link.main() && link.leadsOn())
                    .toList();
            ways.stream()
                    .filter(Seen.Link::primary)
                    .findFirst()
                    .or(() -> ways.isEmpty() ? Optional.empty() : Optional.of(any(ways)))
                    .ifPresentOrElse(this::follow, () -> pressAny(Seen.Button::main));
        }
    }

    void fillInWrongly() {
        Map<String, String> typed = fill(4);
        pressAny(Seen.Button::main, typed);
    }

    void pressAnything() {
        pressAny(button -> random.nextInt(3) == 0 || button.main());
    }

    void clickTwice() {
        seen().buttons().stream()
                .filter(button -> button.shown() && button.primary())
                .findFirst()
                .ifPresent(button -> press(button, fill(10), true));
    }

    void followLink() {
        List<Seen.Link> links =
                seen().links().stream().filter(Seen.Link::leadsOn).toList();
        if (!links.isEmpty()) {
            follow(any(links));
        }
    }

    private void follow(Seen.Link link) {
        if (seen().dialog()) {
            answerDialog();
            return;
        }
        trail.addTo(link.to());
        PageTurn.by(own.page().locator("a[href]").nth(link.index()));
    }

    void goBack() {
        sentOnceMore();
        own.page().goBack();
    }

    void goForward() {
        sentOnceMore();
        own.page().goForward();
    }

    void loadAnew() {
        sentOnceMore();
        own.page().reload();
    }

    void goToAddress() {
        String address = any(ADDRESSES);
        trail.addTo(address);
        own.page().navigate(portal.address() + address);
    }

    void openTab() {
        if (own.tabs().size() >= MOST_TABS) {
            changeTab();
            return;
        }
        String address = random.nextBoolean() ? seen().url() : portal.address() + "/";
        own.openTab();
        trail.addTo("number " + own.tabs().size() + " at " + address);
        own.page().navigate(address);
    }

    void changeTab() {
        int number = random.nextInt(own.tabs().size());
        trail.addTo("to number " + (number + 1));
        own.turnTo(own.tabs().get(number));
    }

    /** The same page in two tabs: what is sent from one makes the other's form stale, which is sent then. */
    void sendStaleForm() {
        if (own.tabs().size() >= MOST_TABS) {
            changeTab();
            return;
        }
        Tab stale = own.tab();
        own.openTab();
        own.page().navigate(seen(stale).url());
        look();
        fillInRightly();
        look();
        own.turnTo(stale);
        trail.addTo("then the stale one");
        fillInRightly();
    }

    void cutCookie() {
        List<Cookie> cookies = own.context().cookies();
        if (!cookies.isEmpty()) {
            Cookie cut = any(cookies);
            trail.addTo(cut.name);
            cut.value = cut.value.substring(0, cut.value.length() / 2);
            own.context().addCookies(List.of(cut));
            loseIf(cut.name.endsWith("sign-in"));
        }
    }

    void loseCookies() {
        own.context().clearCookies();
        loseIf(true);
    }

    private void loseIf(boolean lost) {
        if (lost) {
            own.standing().isNobody();
        }
    }

    void letTimePass() {
        Duration time = any(TIMES);
        trail.addTo(time.toString());
        portal.time().moveBy(time);
    }

    void takeOtherDevice() {
        phone = !phone;
        boolean isNew = !browsers.containsKey(phone);
        own = openBrowser();
        trail.addTo(own.toString());
        if (isNew) {
            own.page().navigate(portal.address() + "/");
        } else {
            own.takeUpAgain();
        }
    }

    void signOut() {
        List<Seen.Button> ways =
                seen().buttons().stream().filter(Seen.Button::signOut).toList();
        if (ways.isEmpty()) {
            return;
        }
        own.page().evaluate("document.querySelectorAll('.user-menu').forEach(menu => menu.open = true)");
        look();
        pressAny(Seen.Button::signOut);
    }

    void openMailedLink() {
        typing.mailedLink(member)
                .ifPresentOrElse(
                        link -> {
                            trail.addTo("of the newest mail");
                            own.page().navigate(portal.address() + link);
                        },
                        this::fillInRightly);
    }

    void killServer() {
        startAgain();
        own.page().navigate(seen().url());
    }

    void killServerWhilePressing() {
        Seen seen = seen();
        Optional<Seen.Button> main = seen.buttons().stream()
                .filter(button -> button.shown() && button.primary() && !button.passkey())
                .findFirst();
        if (main.isEmpty() || seen.dialog()) {
            killServer();
            return;
        }
        Map<String, String> typed = fill(10);
        sends(new Submission(placeOf(seen), typed, nameOf(main.get()), false, false));
        own.standing().mayBeSignedOut();
        long millis = random.nextInt(150);
        trail.addTo("after " + millis + " ms of " + main.get().name());
        locator(main.get()).click();
        // At any point of the answer.
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        startAgain();
        own.page().navigate(seen.url());
    }

    /** What scripts of other tabs ask meanwhile finds nobody, or the server without the portal. */
    private void startAgain() {
        portal.kill();
        try {
            portal.startAgain();
        } catch (IllegalStateException failed) {
            faults.add(failed.getMessage());
            // Else nothing would be left to walk about in.
            portal.startAgain();
        }
        browsers.values().forEach(one -> one.faults().take());
    }

    // How they are made.

    private Seen seen() {
        return seen(own.tab());
    }

    private Seen seen(Tab tab) {
        if (tab.seen() == null) {
            throw new IllegalStateException("Nothing was looked at yet");
        }
        return tab.seen();
    }

    /** @param rightOfTen how many fields of ten get what belongs there */
    private Map<String, String> fill(int rightOfTen) {
        Seen seen = seen();
        Map<String, String> typed = new HashMap<>(Map.of("device", seen.device()));
        String newPassword = typing.newPassword(member);
        List<Seen.Field> choices = seen.fields().stream()
                .filter(field -> field.type().equals("radio"))
                .toList();
        if (!choices.isEmpty() && !seen.dialog()) {
            Seen.Field choice = any(choices);
            typed.put("method", choice.id());
            own.page().locator(byId(choice.id())).check();
        }
        for (Seen.Field field : seen.fields()) {
            if (field.type().equals("radio") || seen.dialog()) {
                continue;
            }
            Locator input = own.page().locator(byId(field.id()));
            if (field.type().equals("checkbox")) {
                boolean ticked = field.id().equals("kept") ? random.nextInt(6) > 0 : random.nextInt(5) == 0;
                input.setChecked(ticked);
                continue;
            }
            String text = random.nextInt(10) < rightOfTen
                    ? typing.right(member, seen, field.id(), newPassword)
                    : typing.anything();
            typed.put(field.id(), text);
            trail.addTo(field.id() + "=" + (text.length() > 40 ? text.length() + " letters" : text));
            input.fill(text);
        }
        return typed;
    }

    private static String byId(String id) {
        return "[id='" + id + "']";
    }

    private void pressAny(Predicate<Seen.Button> which) {
        pressAny(which, fill(10));
    }

    private void pressAny(Predicate<Seen.Button> which, Map<String, String> typed) {
        List<Seen.Button> buttons = seen().buttons().stream()
                .filter(button -> button.shown() && which.test(button))
                .toList();
        if (!buttons.isEmpty()) {
            press(any(buttons), typed, false, false);
        }
    }

    private void press(Seen.Button button, Map<String, String> typed, boolean twice) {
        press(button, typed, twice, true);
    }

    private void press(Seen.Button button, Map<String, String> typed, boolean twice, boolean rightly) {
        Seen seen = seen();
        if (seen.dialog()) {
            answerDialog();
            return;
        }
        trail.addTo("press " + button.name());
        boolean confirms = random.nextInt(5) > 0;
        if (button.passkey()) {
            own.letConfirm(confirms);
        }
        Submission form = new Submission(placeOf(seen), typed, nameOf(button), button.passkey() && confirms, rightly);
        sends(form);
        Locator pressed = locator(button);
        Runnable how = twice ? pressed::dblclick : pressed::click;
        if (button.passkey()) {
            // Whatever the device answers, the script sends the form, later than the click.
            own.page().evaluate("document.documentElement.dataset.pressed = 'yes'");
            how.run();
            own.page().locator("html:not([data-pressed])").waitFor();
        } else {
            PageTurn.by(pressed, how);
        }
        boolean isAnswered = look();
        if (isAnswered) {
            Deeds.answered(form, seen(), member, own.standing()).ifPresent(faults::add);
        }
    }

    /** The question whether to stay signed in, which comes by itself. */
    private void answerDialog() {
        trail.addTo("answer the dialog");
        own.standing().mayBeSignedOut();
        Locator ways = own.page().locator("dialog[open] button:visible");
        Locator way = ways.nth(random.nextInt(Math.max(1, ways.count())));
        PageTurn.by(way);
    }

    private void sends(Submission form) {
        Deeds.sent(form, member, own.standing(), portal.time().now());
        own.tab().sent(form);
        browsers.values().stream()
                .filter(other -> other != own)
                .forEach(other -> other.standing().mayBeSignedOut());
    }

    /** Going back or loading anew may send what was sent before. */
    private void sentOnceMore() {
        Submission before = own.tab().sent();
        if (before != null) {
            sends(before);
        }
    }

    private Locator locator(Seen.Button button) {
        return own.page().locator("button[type=submit]").nth(button.index());
    }

    private static String nameOf(Seen.Button button) {
        return button.signOut() ? Submission.SIGN_OUT : button.name();
    }

    private static Place placeOf(Seen seen) {
        return seen.place().orElse(Place.PAGE_ABOUT_CONTACT);
    }

    /** Looks at the page and judges it. @return whether it is another than before */
    private boolean look() {
        Tab tab = own.tab();
        Seen before = tab.seen();
        Seen now = readPage();
        if (!now.url().startsWith(portal.address())) {
            if (!now.url().equals("about:blank")) {
                faults.add("no page of the portal: " + now.url());
            }
            // Back from the first page: the empty one that each tab begins with.
            own.page().navigate(portal.address() + "/");
            now = readPage();
        }
        tab.seen(now);
        browsers.values().forEach(one -> one.standing().timePassed(portal.time().now()));
        boolean isNew = before == null || before.document() != now.document();
        if (isNew) {
            trail.addTo("-> " + now.path() + (now.refused() ? " (refused)" : ""));
            faults.addAll(own.faults().take());
            faults.addAll(Judge.faultsOfPage(now, member, own.standing()));
            faults.addAll(Judge.faultsOfNewPage(
                    now, member, own.standing(), portal.time().now()));
        }
        member.reads(now.codes());
        return isNew;
    }

    /** Once more where a page was just being exchanged for another. */
    private Seen readPage() {
        for (int tries = 1; ; tries++) {
            try {
                own.page().waitForLoadState();
                return Seen.of(own.page());
            } catch (PlaywrightException e) {
                if (tries == 10 || INTERRUPTED.stream().noneMatch(e.getMessage()::contains)) {
                    throw e;
                }
            }
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Override
    public void close() {
        browsers.values().forEach(OwnBrowser::close);
    }
}
