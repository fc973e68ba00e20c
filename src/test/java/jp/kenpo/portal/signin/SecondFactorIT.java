package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class SecondFactorIT {

    private static final Proving WRONG = Proving.refused("one-time-password.wrong");
    private static final Proving USED = Proving.refused("one-time-password.used");

    @Inject
    SecondFactor secondFactor;

    @Inject
    TotpDevices devices;

    @Inject
    AuthenticatorApp app;

    @Inject
    Visiting visiting;

    @Inject
    Recorded recorded;

    @Inject
    Given given;

    @Inject
    MovableClock clock;

    private Account account;
    private TotpDevice device;
    private CurrentInsurer insurer;

    @BeforeEach
    void aMemberWithADevice() {
        account = given.anAccount();
        device = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
    }

    @Test
    void theCodeOfTheDeviceIsProved() {
        Proving outcome = show(visiting.beginAsCaller(account), app.codeOf(device));

        SecretToken token = ((Proving.Proved) outcome).token();
        assertThat(visiting.caller(account, token).evidence().secondFactorAt()).contains(clock.instant());
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.SECOND_FACTOR_PROVED);
    }

    @Test
    void ofTwoHundredEqualCodesAtOnceFromAsManyVisitsOneIsProved() throws Exception {
        String code = app.codeOf(device);
        List<Callable<Proving>> visits = Stream.generate(() -> visiting.beginAsCaller(account))
                .limit(200)
                .<Callable<Proving>>map(caller -> () -> show(caller, code))
                .toList();

        List<Proving> outcomes = OwnRequests.atOnce(visits);

        assertThat(outcomes).filteredOn(Proving.Proved.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Proving.Refused.class::isInstance).hasSize(199);
    }

    @Test
    void afterTwoHundredEqualCodesAtOnceNoMoreTriesAreFreeThanBefore() throws Exception {
        String code = app.codeOf(device);
        List<Callable<Proving>> visits = Stream.generate(() -> visiting.beginAsCaller(account))
                .limit(50)
                .<Callable<Proving>>map(caller -> () -> show(caller, code))
                .toList();
        OwnRequests.atOnce(visits);
        clock.moveBy(Duration.ofMinutes(20));

        Caller caller = visiting.beginAsCaller(account);
        List<Proving> wrong =
                Stream.generate(() -> show(caller, wrongCode())).limit(6).toList();

        assertThat(wrong).filteredOn(WRONG::equals).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aReplayedCodeIsNoFailure() {
        String code = app.codeOf(device);
        show(visiting.beginAsCaller(account), code);
        Caller caller = visiting.beginAsCaller(account);

        List<Proving> replayed =
                Stream.generate(() -> show(caller, code)).limit(8).toList();

        assertThat(replayed).containsOnly(USED);
    }

    @Test
    void aReplayedCodeDoesNotWipeTheCount() {
        String code = app.codeOf(device);
        show(visiting.beginAsCaller(account), code);
        Caller caller = visiting.beginAsCaller(account);
        failTimes(4, caller);

        Proving replayed = show(caller, code);
        Proving fifth = show(caller, wrongCode());
        Proving sixth = show(caller, wrongCode());

        assertThat(replayed).isEqualTo(USED);
        assertThat(fifth).isEqualTo(WRONG);
        assertThat(sixth).isEqualTo(Proving.refused("one-time-password.wait", Duration.ofSeconds(30)));
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneWaits() {
        Caller caller = visiting.beginAsCaller(account);
        List<Proving> wrong = failTimes(5, caller);

        Proving sixth = show(caller, app.codeOf(device));
        clock.moveBy(Duration.ofSeconds(30));
        Proving afterTheWait = show(caller, app.codeOf(device));

        assertThat(wrong).containsOnly(WRONG);
        assertThat(sixth).isEqualTo(Proving.refused("one-time-password.wait", Duration.ofSeconds(30)));
        assertThat(afterTheWait).isInstanceOf(Proving.Proved.class);
        assertThat(recorded.of(account.id()))
                .containsOnly(AuditEvent.SECOND_FACTOR_REFUSED, AuditEvent.SECOND_FACTOR_PROVED);
    }

    @Test
    void theCodeOfASlowClockIsDiagnosed() {
        String code = app.codeOf(device, Duration.ofMinutes(4));

        Proving outcome = show(visiting.beginAsCaller(account), code);

        assertThat(outcome).isEqualTo(Proving.refused("one-time-password.clock-slow", "4"));
    }

    @Test
    void theCodeOfAFastClockIsDiagnosedAndDoesNotWorkWhenItsTimeComes() {
        String code = app.codeOf(device, Duration.ofMinutes(-4));
        Caller caller = visiting.beginAsCaller(account);

        Proving early = show(caller, code);
        clock.moveBy(Duration.ofMinutes(4));
        Proving onTime = show(caller, code);

        assertThat(early).isEqualTo(Proving.refused("one-time-password.clock-fast", "4"));
        assertThat(onTime).isEqualTo(USED);
    }

    @Test
    @Tag("ASVS-7.2.4")
    void theFormerTokenIsWorthNothing() {
        SecretToken former = visiting.begin(account);

        show(visiting.caller(account, former), app.codeOf(device));

        assertThat(visiting.visit(account, former).caller()).isEmpty();
    }

    @Test
    void theSameFormWithinTenSecondsGetsTheSameToken() throws Exception {
        Caller caller = visiting.beginAsCaller(account);
        String code = app.codeOf(device);
        Proving first = OwnRequests.submit("code=1", () -> show(caller, code));

        clock.moveBy(Duration.ofSeconds(9));
        Proving second = OwnRequests.submit("code=1", () -> show(caller, code));
        Proving otherForm = OwnRequests.submit("code=2", () -> show(caller, code));

        assertThat(second).isEqualTo(first).isInstanceOf(Proving.Proved.class);
        assertThat(otherForm).isInstanceOf(Proving.Overtaken.class);
    }

    @Test
    void theSameFormAfterTenSecondsGetsNothing() throws Exception {
        Caller caller = visiting.beginAsCaller(account);
        String code = app.codeOf(device);
        OwnRequests.submit("code=1", () -> show(caller, code));

        clock.moveBy(Duration.ofSeconds(10));
        Proving second = OwnRequests.submit("code=1", () -> show(caller, code));

        assertThat(second).isInstanceOf(Proving.Overtaken.class);
    }

    @Test
    void aRepeatedFormIsNoFailure() throws Exception {
        SecretToken token = visiting.begin(account);
        Caller caller = visiting.caller(account, token);
        String code = app.codeOf(device);
        for (int i = 0; i < 3; i++) {
            OwnRequests.submit("code=1", () -> show(caller, code));
            OwnRequests.submit("code=2", () -> show(caller, code));
        }

        List<Proving> wrong = failTimes(5, visiting.beginAsCaller(account));

        assertThat(wrong).containsOnly(WRONG);
    }

    private List<Proving> failTimes(int times, Caller caller) {
        return Stream.generate(() -> show(caller, wrongCode())).limit(times).toList();
    }

    private Proving show(Caller caller, String code) {
        return secondFactor.withCode(insurer, caller, device, new OneTimePassword(code), Optional.empty());
    }

    private String wrongCode() {
        return app.wrongCodeOf(devices.secret(device));
    }
}
