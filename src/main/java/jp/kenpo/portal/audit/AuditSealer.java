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
 * <p>Whoever owns the database can cut the newest seals off together with their entries: what is left is whole, and so
 * is what the portal then seals on top of it. Two things that he does not own stand against that. Each node remembers
 * the last seal that it made: where that is gone or changed, it seals nothing more and says so once a minute. A restart
 * goes on with what it finds, since after a restore from a backup that is right. And the log, which is shipped
 * elsewhere, is told the last seal: {@code bin/check-audit --log} looks whether every seal that was ever told is still
 * there.
 *
 * <p>The log is told at once after a quiet minute, else once a minute, since a line each second would bury what a log is
 * read for, and when the portal stops. So what the check cannot miss are the seals since the last line, at most a
 * minute's. The node that made them does, unless it is killed (kill -9, power) before it has told them: those can be
 * cut off unnoticed.
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

    /** The last seal that this node made since its start. */
    private Optional<AuditSeal> own = Optional.empty();

    /** The same, as long as the log was not told of it. */
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
            seals.sealNext(key, own).ifPresent(seal -> {
                own = Optional.of(seal);
                untold = own;
            });
        }
    }

    /** A round that fails (the database or a seal is gone) must neither end the rounds nor fill the log each second. */
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
        untold.ifPresent(seal -> {
            say(LoggedHeads.line(seal));
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
