package jp.kenpo.portal.platform;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the connections that the server pools as {@code java:app/jdbc/portal}.
 *
 * <p>It stands between web.xml and the driver so that the same WAR takes its database from the settings on
 * every server: web.xml can name a class, but cannot read a setting.
 */
public class PortalDataSource implements DataSource {

    private @Nullable DataSource driver;
    private @Nullable String url;

    private synchronized DataSource driver() {
        if (driver == null) {
            driver = driverFor(ConfiguredSettings.settings().database());
        }
        return driver;
    }

    /** The driver's own connections, for whoever has no server that pools them. */
    public static DataSource driverFor(Settings.Database database) {
        if (database.url().startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(database.url());
            h2.setUser(database.user());
            h2.setPassword(database.password());
            return h2;
        }
        if (database.url().startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setURL(database.url());
            // Else a fault's text holds the row's values, and they would stand in the log.
            postgres.setLogServerErrorDetail(false);
            // Many rows of a roster in one statement.
            postgres.setReWriteBatchedInserts(true);
            if (!database.user().isEmpty()) {
                // Else the address may name the user.
                postgres.setUser(database.user());
                postgres.setPassword(database.password());
            }
            return postgres;
        }
        throw new IllegalStateException("portal.db.url must begin with jdbc:h2: or jdbc:postgresql:");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** WildFly refuses a data source definition without an address (IJ031103); what it sets is not used. */
    public void setUrl(String url) {
        this.url = url;
    }

    /** The unused address, see {@link #setUrl}. */
    public @Nullable String getUrl() {
        return url;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The drivers log through java.util.logging.
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver().isWrapperFor(type);
    }
}
