package jp.kenpo.portal.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the machine decides, read once at start; what an insurer decides is {@code InsurerPolicy}.
 *
 * @param database where everything is kept
 * @param mailServer the relay for outgoing mail; unused in demo mode
 * @param keyset file with the Tink keyset (JSON) that seals secrets; absent in demo mode only
 * @param auditKeyset the same with the key that seals the audit
 * @param demo present when the portal shows itself with made-up insurers and members
 */
public record Settings(
        Database database,
        MailServer mailServer,
        Optional<Path> keyset,
        Optional<Path> auditKeyset,
        Optional<Demo> demo) {

    /** @param url JDBC address of an H2 or PostgreSQL database */
    public record Database(String url, String user, String password) {}

    /**
     * @param user absent: the relay wants no login
     * @param startTls whether the connection must be raised to TLS before anything is said
     */
    public record MailServer(String host, int port, Optional<String> user, String password, boolean startTls) {}

    /**
     * @param port where the browser reaches the demo insurers
     * @param mailFolder where mail is laid down instead of being sent
     */
    public record Demo(int port, Path mailFolder) {}

    /** What is needed of all that to look whether the audit is intact, where no server runs. */
    public record Audit(Database database, Optional<Path> keyset) {}

    /**
     * Reads every setting and names all that are missing or wrong together.
     *
     * @param lookup gives a setting's text by its name, empty where it is not set
     * @throws WrongSettings when at least one setting is missing or wrong
     */
    public static Settings read(Function<String, Optional<String>> lookup) {
        return new Reader(lookup).settings();
    }

    /**
     * Reads no more than the check of the audit needs.
     *
     * @throws WrongSettings when at least one of these is missing or wrong
     */
    public static Audit readForAudit(Function<String, Optional<String>> lookup) {
        return new Reader(lookup).audit();
    }

    /** Says which settings keep the portal from starting, all in one line. */
    public static final class WrongSettings extends RuntimeException {
        private final String faults;

        WrongSettings(List<String> faults) {
            super("The portal does not start. Settings to mend: " + String.join("; ", faults));
            this.faults = String.join("; ", faults);
        }

        /** The same without the portal, for whoever starts something else. */
        public String faults() {
            return faults;
        }
    }

    private static final class Reader {
        private final Function<String, Optional<String>> lookup;
        private final List<String> faults = new ArrayList<>();

        Reader(Function<String, Optional<String>> lookup) {
            this.lookup = lookup;
        }

        Settings settings() {
            boolean demoMode = truth("portal.demo");
            Database database = database();
            MailServer mailServer = new MailServer(
                    demoMode ? "" : required("portal.mail.host"),
                    port("portal.mail.port", 25),
                    optional("portal.mail.user"),
                    text("portal.mail.password", ""),
                    truth("portal.mail.starttls"));
            Optional<Path> keyset = keyset("portal.keyset", demoMode);
            Optional<Path> auditKeyset = keyset("portal.audit-keyset", demoMode);
            Optional<Demo> demo = demoMode
                    ? Optional.of(
                            new Demo(port("portal.demo.port", 8080), Path.of(required("portal.demo.mail-folder"))))
                    : Optional.empty();
            refuseFaults();
            return new Settings(database, mailServer, keyset, auditKeyset, demo);
        }

        Audit audit() {
            boolean demoMode = truth("portal.demo");
            Audit audit = new Audit(database(), keyset("portal.audit-keyset", demoMode));
            refuseFaults();
            return audit;
        }

        private void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new WrongSettings(faults);
            }
        }

        private Database database() {
            return new Database(required("portal.db.url"), text("portal.db.user", ""), text("portal.db.password", ""));
        }

        private Optional<Path> keyset(String name, boolean demoMode) {
            return demoMode ? Optional.empty() : Optional.of(Path.of(required(name)));
        }

        private Optional<String> optional(String name) {
            return lookup.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        }

        private String text(String name, String otherwise) {
            return optional(name).orElse(otherwise);
        }

        private String required(String name) {
            return optional(name).orElseGet(() -> {
                faults.add(name + " is missing");
                return "";
            });
        }

        private boolean truth(String name) {
            String value = text(name, "false");
            if (!value.equals("true") && !value.equals("false")) {
                faults.add(name + " must be true or false, not " + value);
            }
            return value.equals("true");
        }

        private int port(String name, int otherwise) {
            String value = text(name, Integer.toString(otherwise));
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
                faults.add(name + " must be a port from 0 to 65535, not " + value);
                return otherwise;
            }
            return Integer.parseInt(value);
        }
    }
}
