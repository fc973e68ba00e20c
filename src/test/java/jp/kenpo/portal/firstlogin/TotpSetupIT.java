package jp.kenpo.portal.firstlogin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.secondfactor.TotpSecret;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.OneTimePassword;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class TotpSetupIT {

    @Inject
    TotpSetup setup;

    @Inject
    TotpDevices devices;

    @Inject
    AuthenticatorApp app;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    MovableClock clock;

    private Account account;
    private CurrentInsurer insurer;
    private Caller caller;

    @BeforeEach
    void aMemberWithoutADevice() {
        account = given.anAccount();
        insurer = visiting.insurerOf(account);
        caller = visiting.beginAsCaller(account);
    }

    @Test
    void theKeyIsTheSameInEveryTabAndAfterAWrongCode() throws Exception {
        List<TotpSecret> shown = OwnRequests.atOnce(10, () -> setup.secret(caller));
        Proving wrong = confirm(caller, app.wrongCodeOf(shown.get(0)));

        assertThat(wrong).isEqualTo(Proving.refused("one-time-password.setup-wrong"));
        assertThat(shown).containsOnly(setup.secret(caller));
    }

    @Test
    void theRightCodeMakesADeviceThatIsThisVisitsSecondFactor() {
        TotpSecret secret = setup.secret(caller);

        Proving outcome = confirm(caller, app.codeOf(secret, Duration.ZERO));

        SecretToken token = ((Proving.Proved) outcome).token();
        assertThat(visiting.caller(account, token).evidence().secondFactorAt()).contains(clock.instant());
        assertThat(devices.confirmed(account.id())).extracting(TotpDevice::name).containsExactly("iPhone");
    }

    @Test
    void aSecondDeviceOfTheSameNameIsToldFromTheFirst() {
        Proving first = confirm(caller, app.codeOf(setup.secret(caller), Duration.ZERO));
        Caller again = visiting.caller(account, ((Proving.Proved) first).token());
        confirm(again, app.codeOf(setup.secret(again), Duration.ZERO));

        assertThat(devices.confirmed(account.id()))
                .extracting(TotpDevice::name)
                .containsExactlyInAnyOrder("iPhone", "iPhone 2");
    }

    @Test
    void aWrongClockIsDiagnosedAndItsCodeNeverConfirms() {
        TotpSecret secret = setup.secret(caller);
        String early = app.codeOf(secret, Duration.ofMinutes(-4));

        Proving diagnosed = confirm(caller, early);
        clock.moveBy(Duration.ofMinutes(4));
        Proving onTime = confirm(caller, early);

        assertThat(diagnosed).isEqualTo(Proving.refused("one-time-password.clock-fast", "4"));
        assertThat(onTime).isEqualTo(Proving.refused("one-time-password.used"));
        assertThat(devices.confirmed(account.id())).isEmpty();
    }

    @Test
    void twoTabsThatConfirmAtOnceMakeOneDeviceAndGoOnWithOneToken() throws Exception {
        String code = app.codeOf(setup.secret(caller), Duration.ZERO);

        List<Proving> outcomes = OwnRequests.atOnce(2, () -> confirm(caller, code));

        assertThat(devices.confirmed(account.id())).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(Proving.Proved.class).isEqualTo(outcomes.get(1));
    }

    @Test
    void twoBrowsersThatConfirmAtOnceMakeOneDevice() throws Exception {
        Caller elsewhere = visiting.beginAsCaller(account);
        String code = app.codeOf(setup.secret(caller), Duration.ZERO);

        List<Proving> outcomes =
                OwnRequests.atOnce(List.of(() -> confirm(caller, code), () -> confirm(elsewhere, code)));

        assertThat(devices.confirmed(account.id())).hasSize(1);
        assertThat(outcomes).filteredOn(Proving.Proved.class::isInstance).hasSize(1);
    }

    /** A form can be sent so slowly that a device was made elsewhere since its first line came in. */
    @Test
    void whoMayNoLongerAddOneAddsNone() {
        Caller elsewhere = visiting.beginAsCaller(account);
        confirm(caller, app.codeOf(setup.secret(caller), Duration.ZERO));

        Proving late = confirm(elsewhere, app.codeOf(setup.secret(elsewhere), Duration.ZERO));

        assertThat(late).isInstanceOf(Proving.Overtaken.class);
        assertThat(devices.confirmed(account.id())).hasSize(1);
    }

    private Proving confirm(Caller by, String code) {
        return setup.confirm(insurer, by, new OneTimePassword(code), new DeviceName("iPhone"), false);
    }
}
