package jp.kenpo.portal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.journey.PortalProcess;
import jp.kenpo.portal.journey.PortalServer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings rosters as a manager does, each of new members, and tells how long the portal takes to read, to compare and to
 * take over as many; then the last one once more, which changes nothing.
 */
final class ImportBench {

    private static final String USAGE = "usage: bin/bench --import [--db h2|postgresql] [--rows N,N…]";
    private static final String FOLDER = "/administration/roster/";
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z-]+)\"");
    private static final long MILLIS_BETWEEN_LOOKS = 250;
    private static final int MANAGER = 0;

    private final PrintStream out = new PrintStream(System.out, true, UTF_8);
    private final Database database;
    private final Path data;
    private long most;

    private ImportBench(Database.Kind kind, Path data) {
        this.database = Database.of(kind, data);
        this.data = data;
    }

    /** What was measured, and with what. */
    record Figures(String date, String machine, String database, double hashMillis, List<Import> imports) {}

    /**
     * One file.
     *
     * @param bringSeconds from its first byte until the answer
     * @param checkSeconds from then until it is known what it would change
     * @param runSeconds from the press on the button until it is taken over
     * @param mostMegabytes that the portal's process held meanwhile
     */
    record Import(
            String what,
            int rows,
            double megabytes,
            double bringSeconds,
            double checkSeconds,
            double runSeconds,
            double rowsPerSecond,
            long mostMegabytes) {}

    /** @param arguments the file for the figures, an empty folder for the data, and as {@link #USAGE} has them */
    public static void main(String... arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Database.Kind kind = Database.Kind.H2;
        List<Integer> rows = List.of(1_000, 100_000);
        for (int i = 2; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--db" -> kind = Database.Kind.parse(arguments[i + 1]);
                case "--rows" ->
                    rows = Arrays.stream(arguments[i + 1].split(","))
                            .map(Integer::valueOf)
                            .toList();
                default -> {
                    System.err.println("bin/bench: " + USAGE);
                    System.exit(2);
                }
            }
        }
        ImportBench bench = new ImportBench(kind, Path.of(arguments[1]));
        Figures figures = bench.measure(kind, rows);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), figures);
        bench.out.println("written to " + file);
        System.exit(0);
    }

    private Figures measure(Database.Kind kind, List<Integer> sizes) throws Exception {
        start().close();
        Population.add(database, 1, new PasskeyMembers());
        makeHimAManager();
        double hash = Yardstick.hashMillis();
        out.printf(Locale.ROOT, "%s, hash alone: %.1f ms%n", kind, hash);
        List<Import> imports = new ArrayList<>();
        try (PortalProcess portal = start();
                Wire wire = new Wire(portal.port())) {
            ServerProcess process = new ServerProcess(portal.serverPid());
            Browser browser = new ReturningLogin(wire, MANAGER).logIn(FOLDER.replace("roster/", "help-desk.xhtml"));
            for (int size : sizes) {
                imports.add(bring(browser, process, "new", size, "rows" + size));
            }
            int last = sizes.get(sizes.size() - 1);
            imports.add(bring(browser, process, "the same once more", last, "rows" + last));
        }
        return new Figures(LocalDate.now().toString(), Bench.machine(), kind.name(), hash, imports);
    }

    private PortalProcess start() {
        Map<String, String> environment = new LinkedHashMap<>(database.environment());
        return PortalProcess.start(PortalServer.PAYARA_MICRO, data, environment);
    }

    private void makeHimAManager() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update account set member_id = null, staff_name = 'bench', staff_role = 'MANAGER'"
                    + " where user_id = '" + Population.userId(MANAGER) + "'");
        }
    }

    private Import bring(Browser browser, ServerProcess process, String what, int rows, String symbol)
            throws IOException, InterruptedException {
        byte[] form = form(rows, symbol);
        most = 0;
        long begun = System.nanoTime();
        String page = browser.sendFile(FOLDER + "file", "multipart/form-data; boundary=b", form);
        long brought = System.nanoTime();
        await(browser, process, page, "checked");
        long checked = System.nanoTime();
        browser.press(page.replace("import.xhtml", "run.xhtml"), "run");
        await(browser, process, page, "done");
        double run = seconds(checked, System.nanoTime());
        Import figures = new Import(
                what,
                rows,
                form.length / 1e6,
                seconds(begun, brought),
                seconds(brought, checked),
                run,
                rows / run,
                most);
        out.printf(
                Locale.ROOT,
                "%,d rows, %s (%.1f MB): brought in %.1f s, checked in %.1f s, run in %.1f s, %,.0f a second, %d MB at most%n",
                rows,
                what,
                figures.megabytes(),
                figures.bringSeconds(),
                figures.checkSeconds(),
                run,
                figures.rowsPerSecond(),
                most);
        return figures;
    }

    private static double seconds(long from, long until) {
        return (until - from) / 1e9;
    }

    private void await(Browser browser, ServerProcess process, String page, String wanted)
            throws IOException, InterruptedException {
        String address = page.replace("import.xhtml", "progress");
        String state = "";
        while (!state.equals(wanted)) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            most = Math.max(most, process.residentMegabytes());
            Matcher said = STATE.matcher(browser.read(address));
            state = said.find() ? said.group(1) : "";
        }
    }

    private static byte[] form(int rows, String symbol) {
        StringBuilder form =
                new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"scope\"\r\n\r\nchanges\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"members.csv\"\r\n\r\n"
                        + "記号,番号,枝番,氏名,カナ,生年月日,ユーザID,メールアドレス,資格取得日,資格喪失日\r\n");
        for (int row = 0; row < rows; row++) {
            form.append(symbol)
                    .append(',')
                    .append(row)
                    .append(",01,試験 花子,シケン ハナコ,S55.12.1,")
                    .append(symbol)
                    .append('-')
                    .append(row)
                    .append(",member")
                    .append(row)
                    .append("@example.jp,2000/4/1,\r\n");
        }
        return form.append("\r\n--b--\r\n").toString().getBytes(UTF_8);
    }
}
