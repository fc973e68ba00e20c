package jp.kenpo.portal.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import jp.kenpo.portal.platform.SealKey;

/** Adds to the chain of seals, a seal a transaction. */
@ApplicationScoped
public class AuditSeals {

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Whether there is an entry to seal; writes nothing. */
    boolean areBehind() {
        try (Connection connection = dataSource.getConnection()) {
            return SealChain.isBehind(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not look for entries without a seal", e);
        }
    }

    /**
     * Seals the next entries; empty where somebody else has done so.
     *
     * @param own the last seal that this node made: nothing is sealed, but an exception says so, where it is not there
     */
    @Transactional
    Optional<AuditSeal> sealNext(SealKey key, Optional<AuditSeal> own) {
        try (Connection connection = dataSource.getConnection()) {
            return new SealChain(connection, key).extend(clock.instant(), own);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not seal the audit's next entries", e);
        }
    }
}
