package jp.kenpo.portal.audit;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Leases;
import jp.kenpo.portal.platform.Migrations;
import jp.kenpo.portal.platform.SealKey;

/**
 * Seals the record each second, on one node at a time, and tells the log how far it has come.
 *
 * <p>Whoever owns the database can cut the newest seals off together with their entries, and what is left is whole.
 * He does not own the log, which is shipped elsewhere: so the last seal is told there, as what {@code
 * bin/check-audit --head} takes. It is told at once after a quiet minute, else once a minute, since a line each second
 * would bury what a log is read for, and when the portal stops. So no more than the seals of the last minute can be
 * cut off unnoticed, and those only until the next line.
 */
@ApplicationScoped
public class AuditSealer {

    private static final Logger LOG = Logger.getLogger(AuditSealer.class.getName());

    private static final String LEASE = "audit";
    private static final Duration LEASE_LIFE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    @Inject
    AuditSeals seals;

    /** Asked for here, so that the portal does not start without it. */
    @Inject
    SealKey key;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService executor;

    /** The last seal that this node made and the log was not told of. */
    private Optional<AuditSeal> untold = Optional.empty();

    private Instant toldAt = Instant.EPOCH;

    /** When the log was told that it fails; long ago where it does not. */
    private Instant complainedAt = Instant.EPOCH;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    /** Seals what came since the last round, while the database can still be reached, and lets another node go on. */
    synchronized void stop(@Observes Shutdown stop) {
        tryTo(() -> {
            seal();
            leases.giveBack(LEASE);
        });
        tell();
    }

    /** Seals whatever there is to seal; without any, nothing is written. */
    public synchronized void round() {
        tryTo(this::seal);
        if (hasPassedSince(toldAt)) {
            tell();
        }
    }

    private void seal() {
        while (seals.areBehind() && leases.take(LEASE, LEASE_LIFE)) {
            untold = seals.sealNext(key).or(() -> untold);
        }
    }

    /** A round that fails (the database is away) must neither end the rounds nor fill the log, once each second. */
    private void tryTo(Runnable work) {
        try {
            work.run();
            complainedAt = Instant.EPOCH;
        } catch (RuntimeException e) {
            if (hasPassedSince(complainedAt)) {
                LOG.log(Level.SEVERE, "The audit could not be sealed; each second it is tried again", e);
                complainedAt = clock.instant();
            }
        }
    }

    private boolean hasPassedSince(Instant told) {
        return !clock.instant().isBefore(told.plus(BETWEEN_LINES));
    }

    private void tell() {
        untold.ifPresent(head -> {
            say("The audit is sealed up to " + head.head());
            toldAt = clock.instant();
        });
        untold = Optional.empty();
    }

    /** When a server is told to end, java.util.logging may have closed itself by now; what is left is standard error. */
    private static void say(String line) {
        if (Logger.getLogger("").getHandlers().length > 0) {
            LOG.info(line);
        } else {
            System.err.println(line);
        }
    }
}
