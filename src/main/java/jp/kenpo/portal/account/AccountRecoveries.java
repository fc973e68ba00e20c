package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;

/**
 * The members who have none of their devices any more, and wait. While one waits he is told everywhere, and whatever
 * shows that somebody can do without stops it: a full sign-in, another password or address, one click.
 */
@ApplicationScoped
public class AccountRecoveries {

    /** The page that stops one, to which a token is added. */
    public static final String STOP_PAGE = "/recovery/stop.xhtml?token=";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** Begins the wait for an account that is locked, and tells the member so everywhere; none is begun beside another. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(CurrentInsurer insurer, Account account) {
        if (find(account).isPresent()) {
            return;
        }
        // One that is over may not be swept away yet.
        delete("r.accountId = ?1", account.id());
        SecretToken stop = chance.token();
        Instant opensAt = clock.instant().plus(insurer.policy().recoveryWait());
        entities.persist(new AccountRecovery(account, stop, opensAt));
        audit.record(AuditEvent.ACCOUNT_RECOVERY_BEGUN, account.insurerId(), account.id());
        notices.tellOfRecovery(insurer, account, opensAt, insurer.origin().uri() + STOP_PAGE + stop.value());
    }

    /** The one of an account. */
    public Optional<AccountRecovery> find(Account account) {
        return entities.createQuery(
                        "select r from AccountRecovery r where r.accountId = :account", AccountRecovery.class)
                .setParameter("account", account.id())
                .getResultStream()
                .findFirst()
                .filter(recovery -> recovery.isAlive(account, clock.instant()));
    }

    /** It let its member in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(CurrentInsurer insurer, Account account) {
        delete("r.accountId = ?1", account.id());
        audit.record(AuditEvent.ACCOUNT_RECOVERED, account.insurerId(), account.id());
        notices.tell(MailTemplate.ACCOUNT_RECOVERED, insurer, account);
    }

    /** Stops the one of an account, and tells the member so; nothing where there is none. */
    @Transactional
    public void stop(CurrentInsurer insurer, Account account) {
        if (deleteLiving(account)) {
            audit.record(AuditEvent.ACCOUNT_RECOVERY_STOPPED, account.insurerId(), account.id());
            notices.tell(MailTemplate.ACCOUNT_RECOVERY_STOPPED, insurer, account);
        }
    }

    /** The same where staff do so; the record has more of it then. @return whether there was one */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean stopByStaff(CurrentInsurer insurer, Account account) {
        boolean stopped = deleteLiving(account);
        if (stopped) {
            notices.tellOfHelp(MailTemplate.ACCOUNT_RECOVERY_STOPPED, insurer, account);
        }
        return stopped;
    }

    private boolean deleteLiving(Account account) {
        Instant latest = clock.instant().minus(AccountRecovery.OPEN);
        return delete("r.accountId = ?1 and r.epoch = ?2 and r.opensAt > ?3", account.id(), account.epoch(), latest);
    }

    /** Forgets the one of an account that is locked and has another way now, of which the member is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Account account) {
        delete("r.accountId = ?1", account.id());
    }

    /** Whether a link of a mail still stops one. To look changes nothing: many mail services open every link. */
    public boolean isStoppedBy(CurrentInsurer insurer, SecretToken token) {
        return find(insurer, token).isPresent();
    }

    /** Stops the one that a link is for; nothing where it is none any more. */
    @Transactional
    public void stop(CurrentInsurer insurer, SecretToken token) {
        find(insurer, token).ifPresent(account -> stop(insurer, account));
    }

    private Optional<Account> find(CurrentInsurer insurer, SecretToken token) {
        return entities.createQuery(
                        "select a from AccountRecovery r join Account a on a.id = r.accountId and a.epoch = r.epoch"
                                + " where r.stopTokenHash = :hash and r.opensAt > :latest and a.insurerId = :insurer",
                        Account.class)
                .setParameter("hash", token.hash())
                .setParameter("latest", clock.instant().minus(AccountRecovery.OPEN))
                .setParameter("insurer", insurer.id())
                .getResultStream()
                .findFirst();
    }

    private boolean delete(String which, Object... parameters) {
        Query delete = entities.createQuery("delete from AccountRecovery r where " + which);
        for (int place = 0; place < parameters.length; place++) {
            delete.setParameter(place + 1, parameters[place]);
        }
        return delete.executeUpdate() > 0;
    }
}
