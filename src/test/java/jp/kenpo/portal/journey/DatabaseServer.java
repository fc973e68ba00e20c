package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.BiConsumer;
import org.h2.tools.Server;

/** A database beside the portal rather than in it: a test can look into it, change it, and take it away. */
final class DatabaseServer implements AutoCloseable {

    /** As long as bin/run's waits for a row; the two seconds that it would be otherwise end in a fault on a busy machine. */
    private static final String PATIENCE = ";LOCK_TIMEOUT=30000";

    private final Path file;
    private final int port;
    private Server server;

    /** Keeps its data in the folder. */
    DatabaseServer(Path folder) {
        file = folder.toAbsolutePath().resolve("beside-the-portal");
        server = serve(0);
        port = server.getPort();
    }

    private static Server serve(int port) {
        try {
            return Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address under which the portal reaches it. */
    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/" + file + PortalServer.H2_MODE + PATIENCE;
    }

    /** The same by way of another port. */
    String urlBy(int otherPort) {
        return url().replace(":" + port + "/", ":" + otherPort + "/");
    }

    int port() {
        return port;
    }

    /** Where it writes down what it is asked, once it is told to. */
    Path traceFile() {
        return file.resolveSibling(file.getFileName() + ".trace.db");
    }

    /** As whom the environment says, since it says so to the portal too. */
    private Connection connect() throws SQLException {
        Map<String, String> environment = System.getenv();
        return DriverManager.getConnection(
                url(),
                environment.getOrDefault("PORTAL_DB_USER", ""),
                environment.getOrDefault("PORTAL_DB_PASSWORD", ""));
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one number that a query finds. */
    long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one text that a query finds. */
    String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How it would go about a statement, whatever its parameters. */
    String plan(String sql) {
        try (Connection connection = connect();
                PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            int parameters = explain.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters; i++) {
                explain.setObject(i, null);
            }
            try (ResultSet found = explain.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every value of every row of every table as text, with the name of its column, such as {@code member.number}. */
    void eachValue(BiConsumer<String, String> taker) {
        try (Connection connection = connect();
                ResultSet tables =
                        connection.getMetaData().getTables(null, "public", null, new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                eachValue(connection, tables.getString("TABLE_NAME"), taker);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be read", e);
        }
    }

    private static void eachValue(Connection connection, String table, BiConsumer<String, String> taker)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object value = row.getObject(i);
                    String text = value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value);
                    taker.accept(table + "." + columns.getColumnName(i), text);
                }
            }
        }
    }

    /** Ends every connection and takes no other. */
    void goAway() {
        server.stop();
    }

    /** Is there again, with all that was saved. */
    void comeBack() {
        server = serve(port);
    }

    @Override
    public void close() {
        server.stop();
    }
}
