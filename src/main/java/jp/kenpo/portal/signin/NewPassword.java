package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.PasswordGuesses;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.SignInSessions.Held;

/**
 * Puts a password of the member's own in the place of the initial one, or of one that he has forgotten. Either dies with
 * all that rests on it.
 */
@ApplicationScoped
public class NewPassword {

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    PasswordGuesses guesses;

    @Inject
    SecondFactorDevices devices;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Saves the password, and tells the member so.
     *
     * <p>Where it replaces a forgotten one, every other visit ends whatever was ticked, and with them each further link:
     * somebody else may have known the former password.
     *
     * @param hash made beforehand, so that no transaction waits for it
     * @param everywhereElse whether every other visit of the member ends
     */
    @Transactional
    public Proving set(CurrentInsurer insurer, Caller caller, PasswordHash hash, boolean everywhereElse) {
        boolean byLink = caller.evidence().mailLink().isPresent();
        if (byLink) {
            guesses.forget(caller.account());
        }
        Account account = accounts.lock(caller.accountId());
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current current)
                || (byLink
                        ? lacksSecondFactor(current, account)
                        : account.passwordHash().isPresent())) {
            return new Proving.Overtaken();
        }
        return new Proving.Proved(put(insurer, account, current, hash, everywhereElse || byLink));
    }

    /**
     * Gives an account that is locked another password, and tells the member so; he goes on with the new token.
     *
     * @param current his session, held
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SecretToken put(
            CurrentInsurer insurer, Account account, Held.Current current, PasswordHash hash, boolean everywhereElse) {
        if (account.passwordHash().isPresent()) {
            recoveries.stop(insurer, account);
        }
        account.setPassword(hash, clock.instant());
        SecretToken token = sessions.rise(current, new Proof.Password(false, clock.instant()));
        audit.record(AuditEvent.PASSWORD_CHANGED, account.insurerId(), account.id());
        notices.tell(MailTemplate.PASSWORD_CHANGED, insurer, account);
        if (everywhereElse) {
            sessions.endOthers(account, current);
            audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
        }
        return token;
    }

    /** A second factor may have been set up since the request began, which can be sent as slowly as one likes. */
    private boolean lacksSecondFactor(Held.Current held, Account account) {
        return held.session().evidence().secondFactorAt().isEmpty()
                && !devices.of(account.id()).isEmpty();
    }
}
