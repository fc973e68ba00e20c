package jp.kenpo.portal.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.portal.journey.PortalProcess;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures once: members, starts, pages, logins at each level, a storm; prints all of it and writes it as JSON. */
final class Bench {

    private static final Duration SHORT = Duration.ofSeconds(5);

    /** What is measured at one level only: so many at once, for so long. */
    private static final int AT_ONCE = 4;

    private static final Duration MEASURED = Duration.ofSeconds(10);

    /** Pages that are the same for everybody ask for no member. */
    private static final int NOBODY = -1;

    private static final String STATIC_FILE = "/brand/1/logo.svg";

    private final Options options;
    private final PrintStream out;
    private final Path data;
    private final Database database;
    private final GarbageLog garbage;
    private final PasskeyMembers passkeys = new PasskeyMembers();

    private Bench(Options options, Path data, PrintStream out) {
        this.options = options;
        this.out = out;
        this.data = data;
        this.database = Database.of(options.database(), data);
        this.garbage = new GarbageLog(data.resolve("gc.log"));
    }

    /** @param arguments as {@link Options} has them, after the file for the figures and an empty folder for the data */
    public static void main(String... arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        Options options;
        try {
            options = Options.parse(
                    List.of(arguments).subList(2, arguments.length).toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            System.err.println("bin/bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Figures figures = new Bench(options, data, out).measure();
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), figures);
        out.println("written to " + file);
        System.exit(hasErrors(figures) ? 1 : 0);
    }

    private static boolean hasErrors(Figures figures) {
        return figures.returningLogin().stream().anyMatch(level -> level.errors() > 0)
                || figures.firstLogin().errors() > 0
                || figures.passkeySignIn().errors() > 0
                || figures.pages().values().stream().anyMatch(level -> level.errors() > 0)
                || figures.storm().stream().anyMatch(storm -> storm.errors() > 0);
    }

    private Figures measure() throws Exception {
        say("%s, %s, %d members", options.server(), options.database(), options.members());
        start().close();
        populate();
        double hashBefore = Yardstick.hashMillis();
        double hashOnAll = Yardstick.hashMillisOnAll();
        say("hash alone: %.1f ms, on all processors at once: %.1f ms", hashBefore, hashOnAll);
        List<Double> starts = new ArrayList<>();
        PortalProcess portal = timedStart(starts);
        while (starts.size() < options.starts()) {
            portal.close();
            portal = timedStart(starts);
        }
        double median = starts.stream().sorted().toList().get(starts.size() / 2);
        say(
                "ready after %.1f s (median of %s)",
                median, starts.stream().map("%.1f"::formatted).toList());
        try (PortalProcess running = portal) {
            return measure(running, starts, median, hashBefore, hashOnAll);
        }
    }

    private Figures measure(
            PortalProcess portal, List<Double> starts, double median, double hashBefore, double hashOnAll)
            throws Exception {
        Gauge gauge = new Gauge(portal, database, garbage, hashBefore, out);
        passkeys.visit(portal.port());
        Thread.sleep(SHORT.toMillis());
        long idle = gauge.residentMegabytes();
        Members members = new Members(options.members());
        Load logins = new Load(portal.port(), members::next);
        Load.Unit login = (wire, member) -> new ReturningLogin(wire, member).run();
        say("idle: %d MB; warming up for %d s", idle, options.warmUp().toSeconds());
        logins.run(AT_ONCE, options.warmUp(), login).tellErrors(out);
        Map<String, Long> readBefore = database.rowsReadInSequence();
        List<Figures.Level> levels = new ArrayList<>();
        for (int atOnce : options.levels()) {
            levels.add(gauge.measure("login", atOnce, options.measured(), logins, login));
        }
        Map<String, Double> readInSequence = readInSequence(
                readBefore, levels.stream().mapToInt(Figures.Level::units).sum());
        Figures.Level passkey = measure(
                gauge, "passkey", new Load(portal.port(), () -> NOBODY), (wire, nobody) -> signInWithPasskey(wire));
        AtomicInteger newcomers = new AtomicInteger();
        Figures.Level first = measure(
                gauge,
                "first login",
                new Load(portal.port(), newcomers::getAndIncrement),
                (wire, newcomer) -> new FirstLogin(wire, newcomer).run());
        String session;
        List<PageWeight> weights = new ArrayList<>();
        try (Wire wire = new Wire(portal.port())) {
            session = new ReturningLogin(wire, members.next()).run();
            for (String page : List.of(ReturningLogin.LOGIN, ReturningLogin.HOME)) {
                weights.add(PageWeight.of(wire, page, session(page, session)));
                PageWeight weight = weights.get(weights.size() - 1);
                say(
                        "%s: %d B in %d requests, repeated %d B in %d",
                        page, weight.cold(), weight.coldRequests(), weight.repeated(), weight.repeatedRequests());
            }
        }
        Map<String, Figures.Level> pages = new LinkedHashMap<>();
        for (String page : List.of(ReturningLogin.LOGIN, ReturningLogin.HOME, STATIC_FILE)) {
            String cookies = session(page, session);
            Load looking = new Load(portal.port(), () -> NOBODY);
            pages.put(page, measure(gauge, page, looking, (wire, nobody) -> look(wire, page, cookies)));
        }
        List<Figures.StormFigures> storm = new ArrayList<>();
        if (options.storm() > 0) {
            storm.add(storm(portal, members, gauge));
        }
        long loaded = gauge.residentMegabytes();
        double hashAfter = Yardstick.hashMillis();
        say("after load: %d MB; hash alone: %.1f ms", loaded, hashAfter);
        return new Figures(
                LocalDate.now().toString(),
                machine(),
                options.server().name(),
                options.database().name(),
                options.members(),
                starts,
                median,
                idle,
                loaded,
                hashBefore,
                hashOnAll,
                hashAfter,
                levels,
                first,
                passkey,
                pages,
                weights,
                storm,
                readInSequence);
    }

    /** After a warm-up of its own. */
    private static Figures.Level measure(Gauge gauge, String what, Load load, Load.Unit unit)
            throws InterruptedException {
        load.run(AT_ONCE, SHORT, unit);
        return gauge.measure(what, AT_ONCE, MEASURED, load, unit);
    }

    private void signInWithPasskey(Wire wire) throws IOException {
        SoftwareAuthenticator device = passkeys.take();
        try {
            new PasskeySignIn(wire, device).run();
        } finally {
            passkeys.giveBack(device);
        }
    }

    private static void look(Wire wire, String page, String cookies) throws IOException {
        int status = wire.get(page, cookies).status();
        if (status != 200) {
            throw new IOException(page + " answered " + status);
        }
    }

    private Map<String, Double> readInSequence(Map<String, Long> before, int logins) {
        Map<String, Double> rows = new TreeMap<>();
        database.rowsReadInSequence().forEach((table, now) -> {
            double each = (double) (now - before.getOrDefault(table, 0L)) / Math.max(1, logins);
            if (each > 0) {
                rows.put(table, each);
                say("read without an index: %.1f rows of %s a login", each, table);
            }
        });
        return rows;
    }

    /** Only where the page is a member's own: whoever is signed in is led away from the login page. */
    private static String session(String page, String session) {
        return page.startsWith("/member/") ? session : "";
    }

    private Figures.StormFigures storm(PortalProcess portal, Members members, Gauge gauge) throws InterruptedException {
        Storm.Outcome outcome = Storm.breakOut(portal.port(), members.crowd(options.storm()));
        double ideal =
                options.storm() * gauge.hashMillis() / Runtime.getRuntime().availableProcessors();
        Figures.StormFigures storm = new Figures.StormFigures(
                options.storm(),
                outcome.millis().length,
                outcome.errors().size(),
                outcome.longest(),
                ideal,
                outcome.page95(),
                gauge.residentMegabytes());
        say(
                "storm of %d: %d let in, longest %.1f s, the hashes alone %.1f s, a page meanwhile p95 %.0f ms, %d MB",
                storm.members(),
                storm.letIn(),
                storm.longestMillis() / 1000,
                ideal / 1000,
                storm.pageP95Millis(),
                storm.residentMegabytes());
        outcome.errors().stream().limit(3).forEach(error -> say("  error: %s", error));
        return storm;
    }

    private PortalProcess timedStart(List<Double> seconds) {
        long begin = System.nanoTime();
        PortalProcess portal = start();
        seconds.add((System.nanoTime() - begin) / 1e9);
        return portal;
    }

    private PortalProcess start() {
        Map<String, String> environment = new LinkedHashMap<>(database.environment());
        environment.put("JAVA_TOOL_OPTIONS", garbage.option());
        return PortalProcess.start(options.server(), data, environment);
    }

    private void populate() throws SQLException {
        long begin = System.nanoTime();
        Population.add(database, options.members(), passkeys);
        say("%d members written in %.1f s", options.members(), (System.nanoTime() - begin) / 1e9);
    }

    /** What it was measured on. */
    static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceFirst(".*: ", ""))
                .orElse("unknown");
        return Runtime.getRuntime().availableProcessors() + " × " + processor + ", Java "
                + System.getProperty("java.version");
    }

    private void say(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
