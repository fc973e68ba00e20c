package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.Passkey;
import jp.kenpo.portal.signin.GuessBudgets.Budget;

/** Writes down what became of a sign-in: the visit that begins, the count, the audit row. */
@ApplicationScoped
public class SignInRecord {

    @Inject
    SignInSessions sessions;

    @Inject
    GuessBudgets budgets;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    @Transactional
    SecretToken passwordProved(Accounts.Found found, Budget budget) {
        Account account = found.account();
        budgets.clear(budget);
        audit.record(AuditEvent.PASSWORD_PROVED, account.insurerId(), account.id());
        boolean initial = account.passwordHash().isEmpty();
        return open(found, initial, new Proof.Password(initial, clock.instant()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    SecretToken passkeyProved(Accounts.Found found, Passkey passkey) {
        Account account = found.account();
        audit.record(AuditEvent.PASSKEY_PROVED, account.insurerId(), account.id());
        return open(found, false, new Proof.PasskeyAssertion(passkey.id(), clock.instant()));
    }

    /** @param initial whether the visit rests on the initial password */
    private SecretToken open(Accounts.Found found, boolean initial, Proof first) {
        Account account = found.account();
        SignInPolicy.barred(found.member().disqualifiedOn(), initial, account.initialPasswordExpiresAt(), first.at())
                .ifPresent(barred -> audit.record(event(barred), account.insurerId(), account.id()));
        return sessions.open(account, first);
    }

    private static AuditEvent event(SignInStep.Barred barred) {
        return barred instanceof SignInStep.MembershipEnded
                ? AuditEvent.MEMBERSHIP_ENDED_REFUSED
                : AuditEvent.INITIAL_PASSWORD_EXPIRED_REFUSED;
    }

    @Transactional
    void passwordRefused(long insurerId, Optional<Accounts.Found> found) {
        Long accountId = found.map(one -> one.account().id()).orElse(null);
        audit.record(AuditEvent.PASSWORD_REFUSED, insurerId, accountId, "");
    }

    /** Ends the caller's visit. */
    @Transactional
    public void signOut(Caller caller) {
        sessions.end(caller);
        audit.record(AuditEvent.SIGNED_OUT, caller.account().insurerId(), caller.accountId());
    }
}
