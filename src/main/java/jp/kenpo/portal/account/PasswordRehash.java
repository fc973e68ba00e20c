package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Brings a stored password to today's parameters, at the one moment at which it is known: when its member logs in. */
@ApplicationScoped
public class PasswordRehash {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    PasswordHashing hashing;

    /** The same password once more. @param older the hash that was checked, and whose place it takes */
    public record Rehashed(long accountId, PasswordHash older, PasswordHash newer) {}

    /**
     * Hashes a password that was right once more; empty where its hash has today's parameters, or where it is the
     * initial one. Made beforehand, so that no transaction waits for it.
     *
     * @param password in NFKC
     */
    public Optional<Rehashed> of(Account account, String password) {
        return account.passwordHash()
                .filter(stored -> !stored.hasTodaysParameters())
                .map(older -> new Rehashed(account.id(), older, hashing.hash(password)));
    }

    /** Stores it, unless the password was changed meanwhile. For its member nothing changes: his sessions go on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Rehashed rehashed) {
        entities.createQuery(
                        "update Account a set a.passwordHash = :newer where a.id = :id and a.passwordHash = :older")
                .setParameter("newer", rehashed.newer().phc())
                .setParameter("older", rehashed.older().phc())
                .setParameter("id", rehashed.accountId())
                .executeUpdate();
    }
}
