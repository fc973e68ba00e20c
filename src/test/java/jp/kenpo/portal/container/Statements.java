package jp.kenpo.portal.container;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.logging.DefaultSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Overhears what a thread says to the database. */
@ApplicationScoped
public class Statements {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    @PersistenceUnit(unitName = "portal")
    EntityManagerFactory entities;

    @PostConstruct
    void listen() {
        entities.unwrap(ServerSession.class).setSessionLog(new Listener());
    }

    /** The statements that an action on this thread makes, in small letters and without their parameters. */
    public List<String> of(Runnable action) {
        List<String> heard = new ArrayList<>();
        HEARD.set(heard);
        try {
            action.run();
        } finally {
            HEARD.remove();
        }
        return heard.stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .map(sql -> sql.lines().findFirst().orElseThrow())
                .toList();
    }

    private static final class Listener extends DefaultSessionLog {
        @Override
        public boolean shouldLog(int level, String category) {
            return SessionLog.SQL.equals(category) && HEARD.get() != null || super.shouldLog(level, category);
        }

        @Override
        public void log(SessionLogEntry entry) {
            List<String> heard = HEARD.get();
            if (SessionLog.SQL.equals(entry.getNameSpace()) && heard != null) {
                heard.add(entry.getMessage());
            } else {
                super.log(entry);
            }
        }
    }
}
