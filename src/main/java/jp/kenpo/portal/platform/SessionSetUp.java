package jp.kenpo.portal.platform;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/** What EclipseLink is told at start, by the name of this class in persistence.xml. */
public class SessionSetUp implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        ColumnNames.give(session);
        failAtOnce((DatabaseLogin) session.getDatasourceLogin());
    }

    /**
     * Where the database is away, nobody waits: EclipseLink would ask three times more, five seconds apart, and
     * hold a thread of the server meanwhile. The pool looks after dead connections (web.xml).
     */
    private static void failAtOnce(DatabaseLogin login) {
        login.setQueryRetryAttemptCount(0);
        login.setDelayBetweenConnectionAttempts(0);
    }
}
