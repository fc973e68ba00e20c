package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.Passkey;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import jp.kenpo.portal.secondfactor.PasskeyCeremonies;
import jp.kenpo.portal.secondfactor.PasskeyChallenges;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Bond;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Ceremony;
import jp.kenpo.portal.secondfactor.PasskeyCheck;
import jp.kenpo.portal.secondfactor.PasskeyCheck.Failed;
import jp.kenpo.portal.secondfactor.PasskeyCheck.Passed;
import jp.kenpo.portal.secondfactor.PasskeyOptions;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SetUpRight;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;

/** Makes a passkey of a member's device a second factor, and lets him name it. */
@ApplicationScoped
public class PasskeySetup {

    @Inject
    PasskeyChallenges challenges;

    @Inject
    PasskeyCeremonies ceremonies;

    @Inject
    Passkeys passkeys;

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    SetUpRight right;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What to ask the browser for: a passkey that none of the member's devices has yet. */
    @Transactional
    public JsonObject options(CurrentInsurer insurer, Caller caller, String browser) {
        RelyingParty relyingParty = RelyingParty.of(insurer);
        String userHandle = passkeys.findUserHandle(caller.accountId()).orElseGet(() -> {
            accounts.lock(caller.accountId());
            return passkeys.userHandle(caller.accountId());
        });
        return PasskeyOptions.creation(
                relyingParty,
                challenges.issue(bond(relyingParty, caller, browser)),
                userHandle,
                caller.account().userId().value(),
                passkeys.usable(caller.accountId(), relyingParty));
    }

    /**
     * Keeps the passkey; that is this visit's second factor as well.
     *
     * @param otherwise what to call it where its make says nothing
     */
    @Transactional
    public Proving confirm(CurrentInsurer insurer, Caller caller, PasskeyAnswer answer, String otherwise) {
        Account account = accounts.lock(caller.accountId());
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current current) || !right.isThere(account, current)) {
            return new Proving.Overtaken();
        }
        if (!insurer.policy().methods().contains(SecondFactorMethod.PASSKEY)) {
            return new Proving.Refused(Refusal.of("method.not-offered"));
        }
        Bond bond = bond(RelyingParty.of(insurer), caller, answer.browser());
        PasskeyCheck<Passkey> made = ceremonies.register(answer, bond, otherwise);
        if (made instanceof Failed<Passkey> failed) {
            audit.record(
                    AuditEvent.PASSKEY_SETUP_REFUSED,
                    account.insurerId(),
                    account.id(),
                    failed.why().code());
            return new Proving.Refused(failed.why().refusal());
        }
        audit.record(AuditEvent.PASSKEY_ADDED, account.insurerId(), account.id());
        notices.tell(MailTemplate.SECOND_FACTOR_ADDED, insurer, account);
        long passkeyId = ((Passed<Passkey>) made).value().id();
        return new Proving.Proved(sessions.rise(current, new Proof.PasskeyRegistration(passkeyId, clock.instant())));
    }

    /** Gives the passkey that was made in this visit another name. */
    @Transactional
    public void rename(Caller caller, long passkeyId, DeviceName name) {
        passkeys.rename(caller.accountId(), passkeyId, name);
        audit.record(AuditEvent.PASSKEY_RENAMED, caller.account().insurerId(), caller.accountId());
    }

    private static Bond bond(RelyingParty relyingParty, Caller caller, String browser) {
        return new Bond(Ceremony.REGISTRATION, relyingParty, browser, Optional.of(caller.accountId()));
    }
}
