package jp.kenpo.portal.roster;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Leases;
import jp.kenpo.portal.platform.Migrations;

/** Has imports gone on with by one node at a time; whichever it is goes on where another one ended. */
@ApplicationScoped
public class RosterWorker {

    private static final Logger LOG = Logger.getLogger(RosterWorker.class.getName());

    private static final String LEASE = "roster";

    private static final String TIDYING = "roster-tidying";

    private static final Duration BETWEEN = Duration.ofMinutes(10);

    /** Longer than ten thousand rows take on a slow machine. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    @Inject
    RosterImports imports;

    @Inject
    RosterChecker checker;

    @Inject
    RosterRunner runner;

    @Inject
    RosterUndoer undoer;

    @Inject
    RosterTidier tidier;

    @Inject
    Leases leases;

    @Resource
    ManagedScheduledExecutorService executor;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(this::workOff, 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(this::tidy, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }

    private void tidy() {
        attempt("The rows of former imports wait", () -> {
            boolean more = true;
            while (more && leases.take(TIDYING, BETWEEN)) {
                more = tidier.goOn();
            }
        });
    }

    private void workOff() {
        attempt("Imports wait", () -> {
            for (long importId : imports.atWork()) {
                attempt("Import " + importId + " waits", () -> goThrough(importId));
            }
        });
    }

    /** A round that fails (the database is away) must not end the rounds, nor one import hold up the others. */
    private static void attempt(String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, otherwise + " for the next round", e);
        }
    }

    private void goThrough(long importId) {
        boolean more = true;
        while (more && leases.take(LEASE, LIFE)) {
            // Each knows by the import's state whether it is its turn.
            more = checker.goOn(importId) || runner.goOn(importId) || undoer.goOn(importId);
        }
    }
}
