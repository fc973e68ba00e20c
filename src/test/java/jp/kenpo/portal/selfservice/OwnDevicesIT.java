package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class OwnDevicesIT {

    private static final Change LAST = new Change.Refused(Refusal.of("device.last"));

    @Inject
    OwnDevices ownDevices;

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
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;
    private TotpDevice old;
    private TotpDevice present;
    private CurrentInsurer insurer;
    private Caller caller;

    @BeforeEach
    void aMemberWithTwoDevicesWhoHasJustSignedIn() {
        account = given.anAccount();
        old = app.setUpBefore(account);
        present = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
        caller = signIn(present);
    }

    private Caller signIn(TotpDevice device) {
        return visiting.beginWith(account, device);
    }

    @Test
    void whatWasRemovedSignsInNoMore() {
        Change outcome = remove(old);

        assertThat(outcome).isEqualTo(new Change.Made());
        assertThat(devices.confirmed(account.id())).extracting(TotpDevice::id).containsExactly(present.id());
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.SECOND_FACTOR_REMOVED);
        assertThat(transactions.rows(
                        "select id from audit_entry where account_id = ?1 and event = 'SIGNED_OUT_EVERYWHERE'",
                        account.id()))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-6.3.7")
    void theMemberIsToldOfIt() {
        transactions.change(
                "update member set roster_email = 'taro@roster.example' where id = ?1",
                account.memberId().orElseThrow());

        remove(old);

        assertThat(transactions.rows("select template from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasToString("[SECOND_FACTOR_REMOVED]");
    }

    @Test
    void theLastOneStays() {
        remove(old);

        assertThat(remove(present)).isEqualTo(LAST);
        assertThat(devices.confirmed(account.id())).hasSize(1);
    }

    @Test
    void ofTwoThatAreRemovedAtOnceOneStays() throws Exception {
        List<Change> outcomes = OwnRequests.atOnce(List.of(() -> remove(old), () -> remove(present)));

        assertThat(outcomes).containsExactlyInAnyOrder(new Change.Made(), LAST);
        assertThat(devices.confirmed(account.id())).hasSize(1);
    }

    @Test
    void whatAnotherTabRemovedIsNoFault() {
        remove(old);

        assertThat(remove(old)).isEqualTo(new Change.Made());
        assertThat(ownDevices.rename(caller, key(old), "iPad")).isEqualTo(new Change.Made());
    }

    @Test
    void nobodyRemovesOrRenamesSomebodyElsesDevice() {
        Account other = given.anAccount();
        TotpDevice others = app.setUpBefore(other);
        app.setUpBefore(other);

        remove(others);
        ownDevices.rename(caller, key(others), "mine");

        assertThat(devices.confirmed(other.id())).hasSize(2);
        assertThat(devices.confirmed(other.id())).extracting(TotpDevice::name).containsOnly("iPhone");
    }

    @Test
    @Tag("ASVS-7.5.1")
    void nothingChangesWhereTheSecondFactorWasShownFiveMinutesAgo() {
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(remove(old)).isEqualTo(new Change.NotNow());
        assertThat(ownDevices.rename(caller, key(old), "iPad")).isEqualTo(new Change.NotNow());
        assertThat(devices.confirmed(account.id())).hasSize(2);
    }

    @Test
    @Tag("ASVS-7.4.3")
    void whereThePhoneWasLostItsVisitEnds() {
        clock.moveBy(Duration.ofSeconds(90));
        SecretToken lost = visiting.begin(account);

        ownDevices.remove(insurer, caller, key(old), true);

        assertThat(visiting.visit(account, lost).caller()).isEmpty();
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.SIGNED_OUT_EVERYWHERE);
    }

    @Test
    void aNameTellsEachFromTheOthers() {
        Change taken = ownDevices.rename(caller, key(old), "iPhone");
        Change unused = ownDevices.rename(caller, key(old), " まえのスマホ ");

        assertThat(taken).isEqualTo(new Change.Refused(Refusal.of("device-name.taken", "iPhone 2")));
        assertThat(unused).isEqualTo(new Change.Made());
        assertThat(devices.confirmed(account.id()))
                .extracting(TotpDevice::name)
                .containsExactlyInAnyOrder("iPhone", "まえのスマホ");
    }

    private Change remove(TotpDevice device) {
        return ownDevices.remove(insurer, caller, key(device), false);
    }

    private static String key(TotpDevice device) {
        return "otp-" + device.id();
    }
}
