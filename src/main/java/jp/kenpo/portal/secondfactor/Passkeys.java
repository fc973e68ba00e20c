package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.platform.Chance;

/** The passkeys of every member. */
@ApplicationScoped
public class Passkeys {

    /** WebAuthn L3 § 14.6.1 recommends 64 bytes. */
    private static final int USER_HANDLE_BYTES = 64;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** The passkeys of an account, the one used last first. */
    public List<Passkey> of(long accountId) {
        return entities.createQuery(
                        "select p from Passkey p where p.accountId = :account order by p.lastUsedAt desc, p.id",
                        Passkey.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Those of an account's passkeys that work at the insurer's present address. */
    public List<Passkey> usable(long accountId, RelyingParty relyingParty) {
        return of(accountId).stream()
                .filter(passkey -> passkey.relyingPartyId().equals(relyingParty.id()))
                .toList();
    }

    /** The insurer's passkey with this credential ID, locked: its counter is compared and kept by one at a time. */
    Optional<Passkey> lock(String credentialId, RelyingParty relyingParty) {
        return entities.createQuery(
                        "select p from Passkey p where p.credentialId = :id and p.relyingPartyId = :relyingParty"
                                + " and p.insurerId = :insurer",
                        Passkey.class)
                .setParameter("id", credentialId)
                .setParameter("relyingParty", relyingParty.id())
                .setParameter("insurer", relyingParty.insurerId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Whether anybody at all has a passkey with this credential ID (WebAuthn L3 § 7.1 step 26). */
    boolean isKnown(String credentialId) {
        return entities.createQuery("select count(p) from Passkey p where p.credentialId = :id", Long.class)
                        .setParameter("id", credentialId)
                        .getSingleResult()
                > 0;
    }

    Passkey add(long accountId, RelyingParty relyingParty, PasskeyRegistration made, DeviceName name) {
        Passkey passkey = new Passkey(accountId, relyingParty, made, name, clock.instant());
        entities.persist(passkey);
        return passkey;
    }

    /**
     * What authenticators know the account by; made when it is first needed. The account must be locked, so that two
     * tabs make the same one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String userHandle(long accountId) {
        return findUserHandle(accountId).orElseGet(() -> {
            PasskeyUser user = new PasskeyUser(accountId, chance.bytes(USER_HANDLE_BYTES));
            entities.persist(user);
            return user.handle();
        });
    }

    /** What authenticators know the account by; empty where it never wanted a passkey. */
    public Optional<String> findUserHandle(long accountId) {
        return Optional.ofNullable(entities.find(PasskeyUser.class, accountId)).map(PasskeyUser::handle);
    }

    /** Gives one of an account's passkeys another name. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rename(long accountId, long passkeyId, DeviceName name) {
        of(accountId).stream().filter(passkey -> passkey.id() == passkeyId).forEach(passkey -> passkey.rename(name));
    }

    /** Takes all of an account's passkeys away. */
    @Transactional(Transactional.TxType.MANDATORY)
    void removeAll(long accountId) {
        entities.createQuery("delete from Passkey p where p.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Takes one of an account's passkeys away. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remove(long accountId, long passkeyId) {
        entities.createQuery("delete from Passkey p where p.id = :id and p.accountId = :account")
                .setParameter("id", passkeyId)
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
