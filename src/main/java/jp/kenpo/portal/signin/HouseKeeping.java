package jp.kenpo.portal.signin;

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

/** Has what is over swept away every ten minutes, by one node of several. */
@ApplicationScoped
public class HouseKeeping {

    private static final Logger LOG = Logger.getLogger(HouseKeeping.class.getName());

    private static final Duration BETWEEN = Duration.ofMinutes(10);

    @Inject
    Leases leases;

    @Inject
    Leavings leavings;

    @Resource
    ManagedScheduledExecutorService executor;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(this::keep, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }

    private void keep() {
        try {
            if (leases.take("house-keeping", BETWEEN)) {
                for (Leavings.Leaving leaving : Leavings.Leaving.values()) {
                    leavings.sweep(leaving);
                }
            }
        } catch (RuntimeException e) {
            // A round that fails (the database is away) must not end the rounds.
            LOG.log(Level.WARNING, "What is over could not be swept away; the next round tries again", e);
        }
    }
}
