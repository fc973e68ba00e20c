package jp.kenpo.portal.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database's schema to the version that this WAR was written for, before anything else starts. */
@ApplicationScoped
public class Migrations {

    /** Whoever needs the schema at start observes {@link Startup} with a larger priority. */
    public static final int PRIORITY = 100;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource dataSource;

    void migrate(@Observes @Priority(PRIORITY) Startup start) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
