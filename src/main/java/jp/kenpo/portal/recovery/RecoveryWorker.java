package jp.kenpo.portal.recovery;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Migrations;

/** Has what was asked for answered, a second later at most. */
@ApplicationScoped
public class RecoveryWorker {

    private static final Logger LOG = Logger.getLogger(RecoveryWorker.class.getName());

    @Inject
    RecoveryRequests requests;

    @Inject
    RecoveryAnswers answers;

    @Resource
    ManagedScheduledExecutorService executor;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(this::workOff, 1, 1, TimeUnit.SECONDS);
    }

    private void workOff() {
        try {
            requests.waiting().forEach(this::answer);
        } catch (RuntimeException e) {
            // A round that fails (the database is away) must not end the rounds.
            LOG.log(Level.WARNING, "Requests for recovery wait for the next round", e);
        }
    }

    private void answer(long requestId) {
        try {
            answers.answer(requestId);
        } catch (RuntimeException e) {
            // One that cannot be answered (its key is gone) must not hold up the others.
            LOG.log(Level.WARNING, "Request " + requestId + " for recovery was not answered", e);
            answers.putOff(requestId);
        }
    }
}
