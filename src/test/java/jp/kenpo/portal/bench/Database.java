package jp.kenpo.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kenpo.portal.journey.PortalServer;

/**
 * The database that the portal keeps everything in.
 *
 * @param url by which this process reaches it; H2's only while no portal runs
 */
record Database(Kind kind, String url, String user, String password) {

    /** What it is. */
    enum Kind {
        H2,
        POSTGRESQL;

        static Kind parse(String name) {
            return switch (name) {
                case "h2" -> H2;
                case "postgresql" -> POSTGRESQL;
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /** What it did since it began: statements are known only where it counts them. */
    record Work(Optional<Long> statements, Optional<Long> commits, double cpuMillis) {

        static final Work UNKNOWN = new Work(Optional.empty(), Optional.empty(), 0);

        Work since(Work before) {
            return new Work(
                    statements.map(now -> now - before.statements.orElse(0L)),
                    commits.map(now -> now - before.commits.orElse(0L)),
                    cpuMillis - before.cpuMillis);
        }
    }

    static Database of(Kind kind, Path data) {
        return switch (kind) {
            case H2 ->
                new Database(
                        kind,
                        "jdbc:h2:file:" + data.toAbsolutePath().resolve("portal") + PortalServer.H2_OPTIONS,
                        "",
                        "");
            case POSTGRESQL -> {
                Map<String, String> known = System.getenv();
                String address = known.getOrDefault("PGHOST", "localhost") + ":" + known.getOrDefault("PGPORT", "5432");
                yield new Database(
                        kind,
                        "jdbc:postgresql://" + address + "/" + known.getOrDefault("PGDATABASE", "bench"),
                        known.getOrDefault("PGUSER", "postgres"),
                        known.getOrDefault("PGPASSWORD", ""));
            }
        };
    }

    /** What the portal's environment says of it; nothing where it uses the one in its folder. */
    Map<String, String> environment() {
        return kind == Kind.H2
                ? Map.of()
                : Map.of("PORTAL_DB_URL", url, "PORTAL_DB_USER", user, "PORTAL_DB_PASSWORD", password);
    }

    Connection connect() throws SQLException {
        String fast = kind == Kind.POSTGRESQL ? "?reWriteBatchedInserts=true" : "";
        return DriverManager.getConnection(url + fast, user, password);
    }

    /** What it did so far; H2 works within the portal, whose figures hold its own. */
    Work work() {
        if (kind == Kind.H2) {
            return Work.UNKNOWN;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            long commits =
                    number(statement, "select xact_commit from pg_stat_database where datname = current_database()");
            long statements = number(
                    statement,
                    "select coalesce(sum(calls), 0) from pg_stat_statements s"
                            + " join pg_database d on d.oid = s.dbid where d.datname = current_database()");
            long backend = number(statement, "select pg_backend_pid()");
            return new Work(Optional.of(statements), Optional.of(commits), cpuOfAll(ServerProcess.parentOf(backend)));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell what it does", e);
        }
    }

    /** How many rows of each table it read so far one after the other, without an index. */
    Map<String, Long> rowsReadInSequence() {
        Map<String, Long> rows = new TreeMap<>();
        if (kind == Kind.POSTGRESQL) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select relname, seq_tup_read from pg_stat_user_tables")) {
                while (found.next()) {
                    rows.put(found.getString(1), found.getLong(2));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The database does not tell how it reads", e);
            }
        }
        return rows;
    }

    private static double cpuOfAll(long postmaster) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .mapToLong(Long::parseLong)
                    .filter(pid -> pid == postmaster || ServerProcess.parentOf(pid) == postmaster)
                    .mapToDouble(pid -> new ServerProcess(pid).cpuMillis())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
