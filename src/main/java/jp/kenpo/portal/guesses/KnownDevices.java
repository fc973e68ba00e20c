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
import jp.kenpo.portal.platform.StoredInstant;
import jp.kenpo.portal.web.UserAgent;

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

    /** Those that still count, for their owner; the one signed in with last first. @param here the mark of this one */
    public List<KnownDevice> list(long accountId, String here) {
        List<?> rows = entities.createNativeQuery(
                        "select id, device, known_since, last_sign_in_at, token_hash from known_device"
                                + " where account_id = ?1 and last_sign_in_at > ?2 order by last_sign_in_at desc, id desc")
                .setParameter(1, accountId)
                .setParameter(2, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new KnownDevice(
                        ((Number) row[0]).longValue(),
                        UserAgent.ofShort((String) row[1]),
                        StoredInstant.of(row[2]),
                        StoredInstant.of(row[3]),
                        here.equals(row[4])))
                .toList();
    }

    /** Makes a stranger of one of an account's devices. @return whether it has such a device */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean forget(long accountId, long id) {
        return entities.createNativeQuery("delete from known_device where account_id = ?1 and id = ?2")
                        .setParameter(1, accountId)
                        .setParameter(2, id)
                        .executeUpdate()
                > 0;
    }

    /** Makes strangers of all but one. @param here the mark of that one; empty for none @return whether there were any */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean forgetOthers(long accountId, String here) {
        return entities.createNativeQuery("delete from known_device where account_id = ?1 and token_hash <> ?2")
                        .setParameter(1, accountId)
                        .setParameter(2, here)
                        .executeUpdate()
                > 0;
    }

    /** Makes strangers of all of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetAll(long accountId) {
        entities.createNativeQuery("delete from known_device where account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
    }

    private static Optional<String> known(Query query) {
        return query.getResultList().stream().findFirst().map(Object::toString);
    }

    /** Notes that the account was signed in with the device. @param device browser and system, as they call themselves */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(String mark, long accountId, UserAgent device) {
        if (write(
                        "update known_device set last_sign_in_at = ?3, device = ?4 where token_hash = ?1 and account_id = ?2",
                        mark,
                        accountId,
                        device)
                == 0) {
            write(
                    "insert into known_device (token_hash, account_id, known_since, last_sign_in_at, device)"
                            + " values (?1, ?2, ?3, ?3, ?4) on conflict do nothing",
                    mark,
                    accountId,
                    device);
        }
    }

    private int write(String sql, String mark, long accountId, UserAgent device) {
        return entities.createNativeQuery(sql)
                .setParameter(1, mark)
                .setParameter(2, accountId)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, device.inShort())
                .executeUpdate();
    }
}
