package jp.kenpo.portal.guesses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.UserId;

/**
 * The devices from which each member signed in fully, by the mark that each carries as a cookie.
 *
 * <p>A known device proves nothing. It is counted apart from others when something is guessed, and that is all.
 */
@ApplicationScoped
public class KnownDevices {

    /** A device that was not signed in with for so long is as strange as any. */
    public static final Duration LIFE = Duration.ofDays(365);

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** The device, if whoever has the user ID signed in with it before; asks the same whether anybody has it. */
    public Optional<String> find(String mark, long insurerId, UserId userId) {
        return known(entities.createNativeQuery(
                        "select d.token_hash from known_device d"
                                + " join account a on a.id = d.account_id"
                                + " where d.token_hash = ?1 and d.last_sign_in_at > ?2 and a.insurer_id = ?3 and a.user_id = ?4")
                .setParameter(1, mark)
                .setParameter(2, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .setParameter(3, insurerId)
                .setParameter(4, userId.value()));
    }

    /** The device, if the account was signed in with it before. */
    public Optional<String> find(String mark, long accountId) {
        return known(entities.createNativeQuery("select token_hash from known_device"
                        + " where token_hash = ?1 and last_sign_in_at > ?2 and account_id = ?3")
                .setParameter(1, mark)
                .setParameter(2, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .setParameter(3, accountId));
    }

    /** All devices that the account was signed in with. */
    public List<String> of(long accountId) {
        List<?> devices = entities.createNativeQuery("select token_hash from known_device where account_id = ?1")
                .setParameter(1, accountId)
                .getResultList();
        return devices.stream().map(Object::toString).toList();
    }

    private static Optional<String> known(Query query) {
        return query.getResultList().stream().findFirst().map(Object::toString);
    }

    /** Notes that the account was signed in with the device. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(String mark, long accountId) {
        if (write(
                        "update known_device set last_sign_in_at = ?3 where token_hash = ?1 and account_id = ?2",
                        mark,
                        accountId)
                == 0) {
            write(
                    "insert into known_device (token_hash, account_id, known_since, last_sign_in_at)"
                            + " values (?1, ?2, ?3, ?3) on conflict do nothing",
                    mark,
                    accountId);
        }
    }

    private int write(String sql, String mark, long accountId) {
        return entities.createNativeQuery(sql)
                .setParameter(1, mark)
                .setParameter(2, accountId)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
