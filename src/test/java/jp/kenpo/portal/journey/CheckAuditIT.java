package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.platform.NewKeysets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/check-audit}, on what a portal left behind that has stopped. */
@Tag("ASVS-16.4.2")
class CheckAuditIT {

    private static final Path DATA =
            Path.of("target", "journeys", "audit-" + ProcessHandle.current().pid());

    private static final String LOG = DATA.resolve("portal.log").toString();

    private static final Pattern HEAD = Pattern.compile("The audit is sealed up to ([0-9]+):");

    private static final String USAGE = "usage: bin/check-audit [--log FILE …] [-Dsetting=value …] [WAR]";

    private static long lastSeal;

    /** The last one of which the log tells; how much more was sealed since is a matter of moments. */
    private static String lastTold = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void somebodyTriesToSignIn() {
        try (PortalWithDatabase both = PortalWithDatabase.start(DATA)) {
            for (int times = 0; times < 3; times++) {
                new Visitor(both.portal().demo()).logIn("testuser", "wrong" + times);
            }
            new Visitor(both.portal().demo()).logIn("testuser", "99994321019801201");
            Await.until(
                    "all is sealed",
                    () -> both.database().number("select count(*) from audit_entry where seal_id is null") == 0);
            lastSeal = both.database().number("select max(number) from audit_seal");
        }
        List<String> told = HEAD.matcher(read(Path.of(LOG)))
                .results()
                .map(head -> head.group(1))
                .toList();
        lastTold = told.get(told.size() - 1);
    }

    @Test
    void whatNobodyTouchedIsIntactAndHasAllThatTheLogTellsOf() throws Exception {
        String intact = "intact: " + lastSeal + " seals, 4 entries; not yet sealed: 0\n";

        assertThat(check(copy())).isEqualTo(new ScriptRun(0, intact));
        assertThat(check(copy(), "--log", LOG)).isEqualTo(new ScriptRun(0, intact));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set event = 'PASSWORD_PROVED' where event = 'PASSWORD_REFUSED' | is broken",
                "delete from audit_entry where event = 'PASSWORD_PROVED' | entries are missing from seal ",
                "insert into audit_entry select -1, at, insurer_id, account_id, event, address, request_id, detail, 1"
                        + " from audit_entry where event = 'PASSWORD_PROVED' | entries were added to seal 1",
                "delete from audit_seal where number = 1 | seal 1 is missing"
            })
    void whatSomebodyTouchedIsNot(String change, String fault) throws Exception {
        Path copy = copy();
        change(copy, change);

        ScriptRun run = check(copy);

        assertThat(run.said()).startsWith("not intact: ").contains(fault).hasLineCount(1);
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void whatWasCutOffIsMissedAgainstTheLog() throws Exception {
        Path copy = copy();
        change(copy, "delete from audit_entry");
        change(copy, "delete from audit_seal");

        assertThat(check(copy).said()).isEqualTo("intact: 0 seals, 0 entries; not yet sealed: 0\n");
        assertThat(check(copy, "--log", LOG))
                .isEqualTo(new ScriptRun(
                        1, "not intact: cut off after no seal, although the log tells of seal " + lastTold + "\n"));
    }

    @Test
    void whatWasCutOffIsMissedAlsoWhereAPortalThatWasStartedSinceHasSealedMore() throws Exception {
        Path copy = copy();
        change(copy, "delete from audit_entry where seal_id >= " + lastTold);
        change(copy, "delete from audit_seal where number >= " + lastTold);

        Path laterLog = folder.resolve("portal.log");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            new Visitor(portal.demo()).logIn("testuser", "wrong");
            Await.until(
                    "the log tells of a seal",
                    () -> HEAD.matcher(read(laterLog)).find());
        }

        String later = laterLog.toString();
        assertThat(check(copy, "--log", later).said()).startsWith("intact: " + lastTold + " seals, ");
        assertThat(check(copy, "--log", LOG))
                .isEqualTo(new ScriptRun(
                        1, "not intact: seal " + lastTold + " is another than the one that the log tells of\n"));
        assertThat(check(copy, "--log", LOG, "--log", later))
                .isEqualTo(new ScriptRun(1, "not intact: the log tells of two different seals " + lastTold + "\n"));
    }

    @Test
    void withAnotherKeyNothingHolds() throws Exception {
        Path keyset = NewKeysets.forTheAudit(folder.resolve("keyset.json"));

        ScriptRun run = check(Map.of("PORTAL_DB_URL", url(copy()), "PORTAL_AUDIT_KEYSET", keyset.toString()));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).endsWith("or portal.audit-keyset is not the key it was sealed with\n");
    }

    @Test
    void settingsMayBeGivenAsSystemPropertiesToo() throws Exception {
        assertThat(check(Map.of(), "-Dportal.demo=true", "-Dportal.db.url=" + url(copy()), "target/kenpo-portal.war")
                        .status())
                .isZero();
    }

    @Test
    void whatKeepsItFromCheckingIsSaidInOneLine() throws Exception {
        String none = folder.resolve("none").toString();

        isNotChecked(check(Map.of()), "settings to mend: portal.db.url is missing; portal.audit-keyset is missing");
        isNotChecked(
                check(Map.of("PORTAL_DB_URL", "jdbc:h2:mem:", "PORTAL_AUDIT_KEYSET", none)),
                "portal.audit-keyset holds no Tink MAC keyset that can be read");
        isNotChecked(
                check(Map.of("PORTAL_DB_URL", "jdbc:oracle:", "PORTAL_DEMO", "true")),
                "portal.db.url must begin with jdbc:h2: or jdbc:postgresql:");
        isNotChecked(check(copy(), "--log", none), "the log " + none + " cannot be read");
        isNotChecked(check(copy(), "--log", LOG, "--log", "pom.xml"), "no line of the log pom.xml tells of a seal");
        isNotChecked(
                check(copy(), "--log", aLineWithoutEnd()),
                "the logs are more than the memory holds; give fewer at a time");
        isNotChecked(check(copy(), "--log"), "--log needs a value; " + USAGE);
        isNotChecked(check(Map.of(), none), "there is no " + none + "; bin/run builds it, or name another");
        isNotChecked(
                check(Map.of(), "README.md"),
                "cannot unpack " + Path.of("README.md").toAbsolutePath());
        isNotChecked(check(Map.of(), "--tail"), "does not know --tail; " + USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/nonexistent/portal",
        "jdbc:postgresql://127.0.0.1:9/portal",
        "jdbc:h2:tcp://127.0.0.1:9/x"
    })
    void aDatabaseThatCannotBeReachedIsSaidInOneLine(String url) throws Exception {
        ScriptRun run = check(Map.of("PORTAL_DB_URL", url, "PORTAL_DEMO", "true"));

        assertThat(run.said())
                .startsWith("bin/check-audit: not checked: the database cannot be read: ")
                .hasLineCount(1);
        assertThat(run.status()).isEqualTo(2);
    }

    /** Half a gigabyte, of which the disk holds nothing. */
    private String aLineWithoutEnd() throws IOException {
        Path log = folder.resolve("endless.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(1 << 29);
        }
        return log.toString();
    }

    /** Also while it is written to, and the last letter may not yet be whole. */
    private static String read(Path log) {
        try {
            return Files.readString(log, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isNotChecked(ScriptRun run, String why) {
        assertThat(run).isEqualTo(new ScriptRun(2, "bin/check-audit: not checked: " + why + "\n"));
    }

    /** The database, to do to it what one likes; a portal with this data folder goes on with it. */
    private Path copy() throws IOException {
        Path copy = folder.resolve("portal");
        Files.copy(
                DATA.resolve("beside-the-portal.mv.db"),
                folder.resolve("portal.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private static String url(Path database) {
        return "jdbc:h2:file:" + database.toAbsolutePath() + PortalServer.H2_MODE;
    }

    private static void change(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ScriptRun check(Path database, String... arguments) throws Exception {
        return check(Map.of("PORTAL_DB_URL", url(database), "PORTAL_DEMO", "true"), arguments);
    }

    private static ScriptRun check(Map<String, String> settings, String... arguments) throws Exception {
        return ScriptRun.checkAudit(settings, arguments);
    }
}
