package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Drafts;

/**
 * Lets the owner of an address that was replaced have it back for seven days, by a link sent there and nowhere else: who
 * took over an account would change its address first, and after that no forgotten password could be replaced.
 *
 * <p>It is sound since it gives nobody more than he had. Whoever reads the former mailbox could have replaced the
 * password until the change; the link lets him in nowhere and touches neither password nor second factor, so that the
 * member, if it is he who moved on, signs in as ever and changes his address again. It outlives what a thief may do: a
 * new password, sessions ended, further changes of the address. Of several former addresses the one that was there first
 * is believed: its link ends those of all that came after it, and theirs do not end it.
 */
@ApplicationScoped
public class FormerAddresses {

    /** The page that a link opens, to which its token is added. */
    static final String PAGE = "/recovery/former-address.xhtml?token=";

    private static final String OF_INSURER = " from FormerAddress f join Account a on a.id = f.accountId"
            + " where f.tokenHash = :hash and a.insurerId = :insurer";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    EmailConfirmations confirmations;

    @Inject
    Drafts drafts;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** What a link is worth now. */
    public sealed interface State {
        /** The address can be had back. @param userId whose it is: a family may share a mailbox */
        record Good(UserId userId, String address) implements State {}

        /** The link was used, and the address is the account's. */
        record Restored() implements State {}

        /** It is over, or never was one of this insurer's. */
        record Worthless() implements State {}
    }

    /**
     * Tells a confirmed address that another one, confirmed by now, took its place in an account that is locked, with the
     * link; and the other one without. Whoever goes back to an address that may be had back does what its link does: the
     * address that he leaves gets none.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replaced(CurrentInsurer insurer, Account account, String former) {
        Optional<FormerAddress> home = waiting(account).stream()
                .filter(one -> one.address().lowerCase().equals(emailOf(account).lowerCase()))
                .findFirst();
        if (home.isPresent()) {
            forgetThoseAfter(account, home.get());
            notices.tellOfNewAddress(insurer, account, Set.of(former));
        } else {
            sendLink(insurer, account, former);
            notices.tellOfNewAddress(insurer, account, Set.of());
        }
    }

    private List<FormerAddress> waiting(Account account) {
        return entities.createQuery(
                        "select f from FormerAddress f where f.accountId = :account and f.restoredAt is null"
                                + " and f.expiresAt > :now order by f.id",
                        FormerAddress.class)
                .setParameter("account", account.id())
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private static EmailAddress emailOf(Account account) {
        return new EmailAddress(account.email().orElseThrow());
    }

    private void sendLink(CurrentInsurer insurer, Account account, String former) {
        SecretToken token = chance.token();
        entities.persist(new FormerAddress(account, former, token, clock.instant()));
        String link = insurer.origin().uri() + PAGE + token.value();
        notices.tellOfLoss(insurer, former, link, FormerAddress.LIFE);
    }

    /** What a link is worth. To look changes nothing: many mail services open every link that passes through. */
    public State look(CurrentInsurer insurer, SecretToken token) {
        return entities.createQuery("select f, a" + OF_INSURER, Object[].class)
                .setParameter("hash", token.hash())
                .setParameter("insurer", insurer.id())
                .getResultStream()
                .findFirst()
                .map(row -> ((FormerAddress) row[0]).stateFor((Account) row[1], clock.instant()))
                .orElseGet(State.Worthless::new);
    }

    /**
     * Gives the account its former address back, and ends what may be somebody else's by now: every session, and with the
     * epoch the links for a forgotten password; the code that is awaited from another address; what was typed there.
     *
     * @return whether the address is the account's: the second of two clicks ends as the first
     */
    @Transactional
    public boolean restore(CurrentInsurer insurer, SecretToken token) {
        Optional<Account> account = ownerOf(insurer, token).map(accounts::lock);
        // Not before the account is locked, or a link that is ended at this moment would still be good.
        Optional<FormerAddress> former = account.flatMap(owner -> find(token));
        if (former.isEmpty()) {
            return false;
        }
        State state = former.get().stateFor(account.get(), clock.instant());
        if (state instanceof State.Good) {
            restore(insurer, account.get(), former.get());
        }
        return !(state instanceof State.Worthless);
    }

    private void restore(CurrentInsurer insurer, Account account, FormerAddress former) {
        Set<String> replaced = notices.addressesOf(account);
        recoveries.stop(insurer, account);
        account.enterEmail(former.address());
        account.confirmEmail(clock.instant());
        account.endSessions();
        for (EmailCodePurpose purpose : EmailCodePurpose.values()) {
            confirmations.forget(account.id(), purpose);
        }
        drafts.forget(account.id());
        former.restore(clock.instant());
        forgetThoseAfter(account, former);
        notices.tellOfRestoredAddress(insurer, account, replaced);
        audit.record(AuditEvent.EMAIL_RESTORED, account.insurerId(), account.id());
        audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
    }

    private void forgetThoseAfter(Account account, FormerAddress former) {
        entities.createQuery("delete from FormerAddress f where f.accountId = :account and f.id > :former")
                .setParameter("account", account.id())
                .setParameter("former", former.id())
                .executeUpdate();
    }

    private Optional<Long> ownerOf(CurrentInsurer insurer, SecretToken token) {
        return entities.createQuery("select a.id" + OF_INSURER, Long.class)
                .setParameter("hash", token.hash())
                .setParameter("insurer", insurer.id())
                .getResultStream()
                .findFirst();
    }

    private Optional<FormerAddress> find(SecretToken token) {
        return entities.createQuery("select f from FormerAddress f where f.tokenHash = :hash", FormerAddress.class)
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst();
    }
}
