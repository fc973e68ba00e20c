package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.PasswordRehash;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Crowds;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.Passkey;

/** Writes down what became of a sign-in: the visit that begins, the count, the audit row. */
@ApplicationScoped
public class SignInRecord {

    @Inject
    SignInSessions sessions;

    @Inject
    GuessBudgets budgets;

    @Inject
    Crowds crowds;

    @Inject
    OwnerWarning warning;

    @Inject
    PasswordRehash rehash;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    @Transactional
    SecretToken passwordProved(PasswordTry made, Accounts.Found found, Optional<PasswordRehash.Rehashed> rehashed) {
        Account account = found.account();
        rehashed.ifPresent(rehash::store);
        budgets.clear(made.budget());
        crowds.right(made.insurer(), made.address(), account.id());
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
        Optional<LocalDate> membershipEndedOn = found.owner().insured().flatMap(Member::disqualifiedOn);
        SignInPolicy.barred(membershipEndedOn, initial, account.initialPasswordExpiresAt(), first.at())
                .ifPresent(barred -> audit.record(event(barred), account.insurerId(), account.id()));
        return sessions.open(account, first);
    }

    private static AuditEvent event(SignInStep.Barred barred) {
        return barred instanceof SignInStep.MembershipEnded
                ? AuditEvent.MEMBERSHIP_ENDED_REFUSED
                : AuditEvent.INITIAL_PASSWORD_EXPIRED_REFUSED;
    }

    @Transactional
    void passwordRefused(PasswordTry made, Optional<Accounts.Found> found, Refusal why) {
        Long accountId = found.map(one -> one.account().id()).orElse(null);
        audit.record(AuditEvent.PASSWORD_REFUSED, made.insurer().id(), accountId, why.key());
        if (made.attempt() instanceof Try.Granted failed) {
            found.ifPresent(one -> warning.afterFailure(failed, made.insurer(), one.account()));
        }
        crowds.failed(made.insurer(), made.address());
    }

    /** Ends the caller's visit. */
    @Transactional
    public void signOut(Caller caller) {
        sessions.end(caller.sessionId());
        audit.record(AuditEvent.SIGNED_OUT, caller.account().insurerId(), caller.accountId());
    }

    /** Ends the visit that went on with another token while somebody asked for its end with this one. */
    @Transactional
    public void signOut(SecretToken former) {
        sessions.succeeding(former).ifPresent(session -> {
            sessions.end(session.id());
            audit.record(AuditEvent.SIGNED_OUT, session.insurerId(), session.accountId());
        });
    }
}
