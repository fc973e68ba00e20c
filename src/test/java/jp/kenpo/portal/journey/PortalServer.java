package jp.kenpo.portal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** What the portal runs on: how it is started in demo mode, and by which words it says that the portal is there. */
public enum PortalServer {

    /** As whoever tries the portal out starts it. */
    PAYARA_MICRO("ready: ") {
        @Override
        ProcessBuilder command(int port, Path data) {
            return new ProcessBuilder("bin/run", "--port", Integer.toString(port), "--data", data.toString());
        }
    },

    /** The same in a folder of its own, whose WAR holds what no shipped one does: a clock that can be moved. */
    PAYARA_MICRO_WITH_CLOCK("ready: ") {
        @Override
        ProcessBuilder command(int port, Path data) throws IOException {
            WarWithClock.layOut();
            return new ProcessBuilder(
                    WarWithClock.ROOT.resolve("bin/run").toString(),
                    "--port",
                    Integer.toString(port),
                    "--data",
                    data.toString());
        }
    },

    /** As it is downloaded, told what server-config/wildfly has; of all its ports only the portal's is chosen. */
    WILDFLY("WFLYSRV0025") {
        @Override
        ProcessBuilder command(int port, Path data) throws IOException {
            Path base = data.toAbsolutePath();
            Files.createDirectories(base.resolve("mail"));
            ProcessBuilder command = wildFly(
                    port,
                    base,
                    "-Dportal.demo=true",
                    "-Dportal.demo.port=" + port,
                    "-Dportal.demo.mail-folder=" + base.resolve("mail"));
            // Unless whoever starts it names another.
            command.environment().put("PORTAL_DB_URL", "jdbc:h2:file:" + base.resolve("portal") + H2_OPTIONS);
            return command;
        }
    },

    /** As an insurer runs it, outside demo mode: the keys are in the data folder, the environment names the database. */
    WILDFLY_IN_EARNEST("WFLYSRV0025") {
        @Override
        ProcessBuilder command(int port, Path data) throws IOException {
            Path base = data.toAbsolutePath();
            return wildFly(
                    port,
                    base,
                    "-Dportal.keyset=" + base.resolve("keyset.json"),
                    "-Dportal.audit-keyset=" + base.resolve("audit-keyset.json"),
                    "-Dportal.mail.host=127.0.0.1");
        }
    };

    /** How H2 is told to be like PostgreSQL. */
    static final String H2_MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /** How bin/run and WildFly open the database of the data folder. */
    public static final String H2_OPTIONS = H2_MODE + ";WRITE_DELAY=0;LOCK_TIMEOUT=30000;DB_CLOSE_ON_EXIT=FALSE";

    private final String ready;

    PortalServer(String ready) {
        this.ready = ready;
    }

    abstract ProcessBuilder command(int port, Path data) throws IOException;

    private static ProcessBuilder wildFly(int port, Path base, String... settings) throws IOException {
        Path home = Path.of(System.getProperty("portal.test.wildfly"));
        Path war = Path.of(System.getProperty("portal.test.war"));
        for (String folder : new String[] {"deployments", "tmp"}) {
            Files.createDirectories(base.resolve(folder));
        }
        Files.copy(war, base.resolve("deployments").resolve(war.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder command = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "--read-only-server-config=portal.xml",
                "-Djboss.server.config.dir=" + home.resolve("standalone/configuration"),
                "-Djboss.server.base.dir=" + base,
                "-Djava.io.tmpdir=" + base.resolve("tmp"),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=0",
                "-Djboss.management.http.port=0");
        command.command().addAll(List.of(settings));
        command.environment()
                .putAll(Map.of(
                        "JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true",
                        // Else the script would not hand on that it is to end.
                        "LAUNCH_JBOSS_IN_BACKGROUND", "true"));
        return command;
    }

    boolean isReady(String said) {
        return said.contains(ready);
    }

    /** Whether there is nothing more to wait for: WildFly goes on without a portal that failed to start. */
    boolean hasGivenUp(String said) {
        return said.contains("WFLYSRV0026");
    }
}
