package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;

/** The authenticator apps of every member. */
@ApplicationScoped
public class TotpDevices {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** The devices that an account may sign in with, the one used last first. */
    public List<TotpDevice> confirmed(long accountId) {
        return entities.createQuery(
                        "select d from TotpDevice d where d.accountId = :account and d.confirmedAt is not null"
                                + " order by d.lastUsedAt desc, d.id",
                        TotpDevice.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** A name that tells a further device from those that the account has: the wished one, or with a number. */
    public DeviceName unusedName(long accountId, String wished) {
        List<String> others =
                confirmed(accountId).stream().map(TotpDevice::name).toList();
        return new DeviceName(DeviceName.unused(wished, others));
    }

    /**
     * The device that is being set up: the one that was begun, or a new one with a new key.
     *
     * <p>The account must be locked, so that two tabs begin the same one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TotpDevice begun(long accountId) {
        return findBegun(accountId).orElseGet(() -> {
            TotpDevice device = new TotpDevice(accountId, clock.instant());
            entities.persist(device);
            TotpSecret secret = TotpSecret.of(chance.bytes(TotpSecret.BYTES));
            device.keepSecret(secretBox.seal(secret.base32(), device.secretPlace()));
            return device;
        });
    }

    /** The device whose key was shown but from which no code came back yet. */
    public Optional<TotpDevice> findBegun(long accountId) {
        return entities.createQuery(
                        "select d from TotpDevice d where d.accountId = :account and d.confirmedAt is null",
                        TotpDevice.class)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** The key that the device shares with the portal. */
    public TotpSecret secret(TotpDevice device) {
        return new TotpSecret(secretBox.open(device.sealedSecret(), device.secretPlace()));
    }

    /** What became of a code. */
    public enum Verdict {
        /** It proves the device. */
        ACCEPTED,
        /** It was right once, and was used up then. */
        USED_BEFORE,
        /** It is none of the device's codes of this minute. */
        WRONG
    }

    /**
     * Takes a code of a device once: of any number of equal codes at the same time, one is accepted.
     *
     * @param code six digits
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Verdict accept(TotpDevice device, String code) {
        Instant now = clock.instant();
        OptionalLong step = TotpVerifier.acceptedStep(secret(device), code, now, device.drift());
        if (step.isEmpty()) {
            return Verdict.WRONG;
        }
        // In SQL: EclipseLink would put the whole condition into a subquery, which sees the row as it was before
        // another transaction that was waited for.
        int changed = entities.createNativeQuery("update totp_device set last_step = ?1, drift = ?2, last_used_at = ?3"
                        + " where id = ?4 and last_step < ?1 and not exists"
                        + " (select 1 from totp_burned_step b where b.device_id = totp_device.id and b.step = ?1)")
                .setParameter(1, step.getAsLong())
                .setParameter(2, drift(step.getAsLong(), now))
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, device.id())
                .executeUpdate();
        return changed == 1 ? Verdict.ACCEPTED : Verdict.USED_BEFORE;
    }

    /**
     * Makes the device that is being set up a second factor.
     *
     * @return false where the step was burned
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean confirm(TotpDevice device, DeviceName name, long step) {
        if (entities.find(TotpBurnedStep.class, new TotpBurnedStep.Key(device.id(), step)) != null) {
            return false;
        }
        Instant now = clock.instant();
        entities.merge(device).confirm(name, step, drift(step, now), now);
        return true;
    }

    /** Gives one of an account's devices another name. */
    @Transactional(Transactional.TxType.MANDATORY)
    void rename(long accountId, long deviceId, DeviceName name) {
        confirmed(accountId).stream().filter(device -> device.id() == deviceId).forEach(device -> device.rename(name));
    }

    /** Takes one of an account's devices away. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remove(long accountId, long deviceId) {
        entities.createQuery("delete from TotpDevice d where d.id = :id and d.accountId = :account")
                .setParameter("id", deviceId)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Takes all of an account's devices away, and the one that is being set up. */
    @Transactional(Transactional.TxType.MANDATORY)
    void removeAll(long accountId) {
        entities.createQuery("delete from TotpDevice d where d.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Makes a code of a time to come worthless: it was shown now, by a device whose clock is fast. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void burn(TotpDevice device, long step) {
        if (step > TotpVerifier.stepAt(clock.instant())
                && entities.find(TotpBurnedStep.class, new TotpBurnedStep.Key(device.id(), step)) == null) {
            entities.persist(new TotpBurnedStep(device.id(), step));
        }
    }

    /** Kept within one step, so that the present step is always in the window. */
    private static int drift(long step, Instant now) {
        return (int) Math.max(-1, Math.min(1, step - TotpVerifier.stepAt(now)));
    }
}
