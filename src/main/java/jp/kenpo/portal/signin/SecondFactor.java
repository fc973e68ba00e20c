package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.secondfactor.TotpVerifier;
import jp.kenpo.portal.signin.SignInSessions.Held;

/** Takes a one-time password of one of the caller's own devices, and raises the visit. */
@ApplicationScoped
public class SecondFactor {

    @Inject
    GuessBudgets budgets;

    @Inject
    OwnerWarning warning;

    @Inject
    SignInSessions sessions;

    @Inject
    TotpDevices devices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Proves the second factor where the code is the device's and was not used before.
     *
     * @param known the device that the code comes from, if the caller signed in with it before; found out beforehand,
     *     since a transaction that has a connection must not begin another
     */
    @Transactional
    public Proving withCode(
            CurrentInsurer insurer, Caller caller, TotpDevice device, OneTimePassword code, Optional<String> known) {
        Budget budget = Budget.of(Kind.ONE_TIME_PASSWORD, caller.accountId(), known);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuse(caller, refused.why("one-time-password.wait", "one-time-password.used-up"));
        }
        Try.Granted granted = (Try.Granted) attempt;
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            budgets.giveBack(granted);
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current current)) {
            budgets.giveBack(granted);
            return new Proving.Overtaken();
        }
        return switch (devices.accept(device, code.digits())) {
            case ACCEPTED -> {
                budgets.clear(budget);
                audit.record(AuditEvent.SECOND_FACTOR_PROVED, insurer.id(), caller.accountId());
                yield new Proving.Proved(sessions.rise(current, new Proof.TotpCode(device.id(), clock.instant())));
            }
            case USED_BEFORE -> {
                // Right once, so no guess. It does not wipe the count either, or an old code could.
                budgets.giveBack(granted);
                yield refuse(caller, Refusal.of("one-time-password.used"));
            }
            case WRONG -> {
                warning.afterFailure(granted, insurer, caller.account());
                yield refuse(caller, whyWrong(device, code));
            }
        };
    }

    /** Tells a wrong clock from a wrong code; what a wrong clock showed never works afterwards. */
    private Refusal whyWrong(TotpDevice device, OneTimePassword code) {
        OptionalLong step = TotpVerifier.diagnosedStep(devices.secret(device), code.digits(), clock.instant());
        if (step.isEmpty()) {
            return Refusal.of("one-time-password.wrong");
        }
        devices.burn(device, step.getAsLong());
        return WrongClock.refusal(step.getAsLong(), clock.instant());
    }

    private Proving refuse(Caller caller, Refusal why) {
        audit.record(AuditEvent.SECOND_FACTOR_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return new Proving.Refused(why);
    }
}
