package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.SignInSessions;

/** The links by which forgotten passwords are replaced. */
@ApplicationScoped
public class RecoveryLinks {

    /** The page that a link opens, to which its token is added. */
    static final String PAGE = "/recovery/link.xhtml?token=";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** Makes a link; a former one of the same member, which may only be slower to arrive, stays good for its time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SecretToken make(Account account) {
        SecretToken token = chance.token();
        entities.persist(new RecoveryLink(account, token, clock.instant()));
        return token;
    }

    /** Whether a link lets in now. To look changes nothing: many mail services open every link that passes through. */
    public boolean isGood(CurrentInsurer insurer, SecretToken token) {
        return query(token)
                .getResultStream()
                .anyMatch(link -> owner(insurer, link)
                        .filter(account -> link.isGood(account, clock.instant()))
                        .isPresent());
    }

    /** Begins the visit of whoever holds a link that is good; empty where it is not. */
    @Transactional
    public Optional<SecretToken> use(CurrentInsurer insurer, SecretToken token) {
        return query(token)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .flatMap(link -> owner(insurer, link).flatMap(account -> use(link, account)));
    }

    private Optional<SecretToken> use(RecoveryLink link, Account account) {
        Instant now = clock.instant();
        if (!link.isGood(account, now)) {
            return link.visitBegun(secretBox, now);
        }
        SecretToken visit = sessions.open(account, new Proof.MailLink(link.id(), now));
        link.use(visit, secretBox, now);
        audit.record(AuditEvent.RECOVERY_LINK_USED, account.insurerId(), account.id());
        return Optional.of(visit);
    }

    private Optional<Account> owner(CurrentInsurer insurer, RecoveryLink link) {
        return accounts.find(link.accountId())
                .map(Accounts.Found::account)
                .filter(account -> account.insurerId() == insurer.id());
    }

    private TypedQuery<RecoveryLink> query(SecretToken token) {
        return entities.createQuery("select l from RecoveryLink l where l.tokenHash = :hash", RecoveryLink.class)
                .setParameter("hash", token.hash());
    }
}
