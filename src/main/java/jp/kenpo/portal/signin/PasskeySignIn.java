package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.secondfactor.Passkey;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import jp.kenpo.portal.secondfactor.PasskeyCeremonies;
import jp.kenpo.portal.secondfactor.PasskeyChallenges;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Bond;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Ceremony;
import jp.kenpo.portal.secondfactor.PasskeyCheck;
import jp.kenpo.portal.secondfactor.PasskeyCheck.Failed;
import jp.kenpo.portal.secondfactor.PasskeyCheck.Passed;
import jp.kenpo.portal.secondfactor.PasskeyFailure;
import jp.kenpo.portal.secondfactor.PasskeyOptions;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.signin.SignInSessions.Held;

/** Takes a passkey: alone, where it stands for user ID, password and second factor, or after the password. */
@ApplicationScoped
public class PasskeySignIn {

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
    SignInRecord record;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What to ask the browser for: any passkey of the insurer's, or where the caller is known one of his own. */
    public JsonObject options(CurrentInsurer insurer, Optional<Caller> caller, String browser) {
        RelyingParty relyingParty = RelyingParty.of(insurer);
        List<Passkey> wanted = caller.map(known -> passkeys.usable(known.accountId(), relyingParty))
                .orElse(List.of());
        return PasskeyOptions.request(relyingParty, challenges.issue(bond(insurer, caller, browser)), wanted);
    }

    /** Begins a visit of whoever the passkey belongs to. No address has to wait: a signature cannot be guessed. */
    @Transactional
    public Proving alone(CurrentInsurer insurer, PasskeyAnswer answer) {
        PasskeyCheck<Passkey> checked = ceremonies.signIn(answer, bond(insurer, Optional.empty(), answer.browser()));
        if (checked instanceof Failed<Passkey> failed) {
            return refused(insurer, Optional.empty(), failed.why());
        }
        Passkey passkey = ((Passed<Passkey>) checked).value();
        Accounts.Found found = accounts.find(passkey.accountId()).orElseThrow();
        return new Proving.Proved(record.passkeyProved(found, passkey));
    }

    /** Raises the caller's visit where the passkey is one of his own. */
    @Transactional
    public Proving afterPassword(CurrentInsurer insurer, Caller caller, PasskeyAnswer answer) {
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current current)) {
            return new Proving.Overtaken();
        }
        PasskeyCheck<Passkey> checked = ceremonies.signIn(answer, bond(insurer, Optional.of(caller), answer.browser()));
        if (checked instanceof Failed<Passkey> failed) {
            return refused(insurer, Optional.of(caller), failed.why());
        }
        audit.record(AuditEvent.SECOND_FACTOR_PROVED, insurer.id(), caller.accountId());
        long passkeyId = ((Passed<Passkey>) checked).value().id();
        return new Proving.Proved(sessions.rise(current, new Proof.PasskeyAssertion(passkeyId, clock.instant())));
    }

    private Proving refused(CurrentInsurer insurer, Optional<Caller> caller, PasskeyFailure why) {
        audit.record(
                AuditEvent.PASSKEY_REFUSED,
                insurer.id(),
                caller.map(Caller::accountId).orElse(null),
                why.code());
        return new Proving.Refused(why.refusal());
    }

    private static Bond bond(CurrentInsurer insurer, Optional<Caller> caller, String browser) {
        return new Bond(Ceremony.SIGN_IN, RelyingParty.of(insurer), browser, caller.map(Caller::accountId));
    }
}
