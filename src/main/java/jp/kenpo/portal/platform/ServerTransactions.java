package jp.kenpo.portal.platform;

import jakarta.transaction.TransactionManager;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.transaction.JTATransactionController;

/**
 * Joins EclipseLink to the transactions of whichever server runs the WAR.
 *
 * <p>EclipseLink's own platforms name one server each; this one asks each server's place in turn.
 */
public class ServerTransactions extends ServerPlatformBase {

    private static final List<String> PLACES =
            List.of("java:jboss/TransactionManager", "java:appserver/TransactionManager");

    /** Called by EclipseLink, by reflection. */
    public ServerTransactions(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return Controller.class;
    }

    /** Finds the server's transaction manager. */
    public static class Controller extends JTATransactionController {
        @Override
        protected TransactionManager acquireTransactionManager() throws NamingException {
            NamingException none = new NamingException("No transaction manager at " + PLACES);
            for (String place : PLACES) {
                try {
                    return InitialContext.doLookup(place);
                } catch (NamingException elsewhere) {
                    none.addSuppressed(elsewhere);
                }
            }
            throw none;
        }
    }
}
