package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.OptionalLong;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.secondfactor.TotpSecret;
import jp.kenpo.portal.secondfactor.TotpVerifier;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.OneTimePassword;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SetUpRight;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.signin.WrongClock;

/** Makes an authenticator app a second factor: shows it a key, and waits for a code made with it. */
@ApplicationScoped
public class TotpSetup {

    @Inject
    Accounts accounts;

    @Inject
    TotpDevices devices;

    @Inject
    SignInSessions sessions;

    @Inject
    SetUpRight right;

    @Inject
    GuessBudgets budgets;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The key to show: the same in every tab and after every mistake, until a code made with it comes back. */
    @Transactional
    public TotpSecret secret(Caller caller) {
        TotpDevice device = devices.findBegun(caller.accountId()).orElseGet(() -> {
            accounts.lock(caller.accountId());
            return devices.begun(caller.accountId());
        });
        return devices.secret(device);
    }

    /** Confirms the device where the code was made with its key; that is this visit's second factor as well. */
    @Transactional
    public Proving confirm(
            CurrentInsurer insurer, Caller caller, OneTimePassword code, DeviceName name, boolean everywhereElse) {
        if (!insurer.policy().methods().contains(SecondFactorMethod.OTP)) {
            return new Proving.Refused(Refusal.of("method.not-offered"));
        }
        Budget budget = Budget.of(Kind.ONE_TIME_PASSWORD, caller.accountId());
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuse(caller, refused.why("one-time-password.wait", "one-time-password.used-up"));
        }
        Try.Granted granted = (Try.Granted) attempt;
        Account account = accounts.lock(caller.accountId());
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            budgets.giveBack(granted);
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current current) || !right.isThere(account, current)) {
            budgets.giveBack(granted);
            return new Proving.Overtaken();
        }
        TotpDevice device = devices.begun(account.id());
        TotpSecret secret = devices.secret(device);
        OptionalLong step = TotpVerifier.acceptedStep(secret, code.digits(), clock.instant(), 0);
        if (step.isEmpty()) {
            return refuse(caller, whyWrong(device, secret, code));
        }
        if (!devices.confirm(device, devices.unusedName(account.id(), name.value()), step.getAsLong())) {
            budgets.giveBack(granted);
            return refuse(caller, Refusal.of("one-time-password.used"));
        }
        budgets.clear(budget);
        audit(AuditEvent.TOTP_DEVICE_ADDED, account);
        notices.tell(MailTemplate.SECOND_FACTOR_ADDED, insurer, account);
        if (everywhereElse) {
            sessions.endOthers(account, current);
            audit(AuditEvent.SIGNED_OUT_EVERYWHERE, account);
        }
        Proof proof = new Proof.TotpRegistration(device.id(), clock.instant());
        return new Proving.Proved(sessions.rise(current, proof));
    }

    private Refusal whyWrong(TotpDevice device, TotpSecret secret, OneTimePassword code) {
        OptionalLong step = TotpVerifier.diagnosedStep(secret, code.digits(), clock.instant());
        if (step.isEmpty()) {
            return Refusal.of("one-time-password.setup-wrong");
        }
        devices.burn(device, step.getAsLong());
        return WrongClock.refusal(step.getAsLong(), clock.instant());
    }

    private Proving refuse(Caller caller, Refusal why) {
        audit.record(AuditEvent.TOTP_SETUP_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return new Proving.Refused(why);
    }

    private void audit(AuditEvent event, Account account) {
        audit.record(event, account.insurerId(), account.id());
    }
}
