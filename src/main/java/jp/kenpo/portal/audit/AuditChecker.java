package jp.kenpo.portal.audit;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import jp.kenpo.portal.platform.Leases;
import jp.kenpo.portal.platform.Migrations;
import jp.kenpo.portal.platform.SealKey;

/**
 * Looks at all seals of the record once a day, and whenever staff ask for it, on one node at a time. It knows nothing of
 * what the logs tell: that {@code bin/check-audit --log} alone compares, which somebody runs who does not own the
 * database.
 */
@ApplicationScoped
public class AuditChecker {

    private static final Logger LOG = Logger.getLogger(AuditChecker.class.getName());

    private static final String LEASE = "audit-check";

    /** Longer than it takes; where it is not, two nodes find out the same. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final Duration BETWEEN = Duration.ofDays(1);

    private static final int SECONDS_BETWEEN_ROUNDS = 5;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource dataSource;

    @Inject
    AuditChecks checks;

    @Inject
    SealKey key;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService executor;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
    }

    /** Carries out what is awaited. A round that fails (the database is away) must not end the rounds. */
    public void round() {
        try {
            if (isDue() && leases.take(LEASE, LIFE)) {
                carryOut(checks.current().filter(AuditCheck::isAwaited));
                leases.giveBack(LEASE);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The audit's seals are looked at in the next round", e);
        }
    }

    private boolean isDue() {
        Instant yesterday = clock.instant().minus(BETWEEN);
        return checks.current()
                .flatMap(AuditCheck::endedAt)
                .filter(ended -> ended.isAfter(yesterday))
                .isEmpty();
    }

    private void carryOut(Optional<AuditCheck> asked) {
        SealVerdict verdict = verdict();
        if (verdict instanceof SealVerdict.Broken broken) {
            LOG.severe("The audit is not intact: " + broken.why());
        }
        checks.note(asked, verdict);
    }

    private SealVerdict verdict() {
        try (Connection connection = dataSource.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return SealCheck.check(connection, key, new LoggedHeads());
            } finally {
                // It has only read, and goes back into the pool as it came.
                connection.commit();
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit's seals cannot be read", e);
        }
    }
}
