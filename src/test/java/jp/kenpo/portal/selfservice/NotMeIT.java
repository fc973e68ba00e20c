package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class NotMeIT {

    private final String here = UUID.randomUUID().toString();
    private final String elsewhere = UUID.randomUUID().toString();

    @Inject
    NotMe notMe;

    @Inject
    KnownDevices knownDevices;

    @Inject
    RecoveryLinks recoveryLinks;

    @Inject
    Accounts accounts;

    @Inject
    Mailbox mailbox;

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
    private String alarmAddress;
    private CurrentInsurer insurer;
    private SecretToken stranger;
    private Caller caller;

    @BeforeEach
    void aMemberWhoIsNotAlone() {
        Insurer hers = given.anInsurer();
        account = given.anAccount(hers, "testuser");
        alarmAddress = "alarm-" + account.id() + "@insurer.example";
        transactions.change("update insurer set alarm_address = ?1 where id = ?2", alarmAddress, hers.id());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", hers.id());
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                "taro-" + account.id() + "@roster.example",
                account.memberId().orElseThrow());
        insurer = visiting.insurerOf(account);
        visiting.signInFully(account, here);
        visiting.signInFully(account, elsewhere);
        stranger = visiting.begin(account);
        clock.moveBy(Duration.ofSeconds(90));
        caller = visiting.beginAsCaller(account);
    }

    @Test
    @Tag("ASVS-7.4.3")
    void everyOtherVisitAndDeviceIsAStranger() {
        assertThat(secure()).isEqualTo(new Change.Made());

        assertThat(visiting.visit(account, stranger).caller()).isEmpty();
        assertThat(visiting.visit(account.insurerId(), caller.tokenHash()).caller())
                .isPresent();
        assertThat(knownDevices.of(account.id())).containsExactly(here);
        assertThat(recorded.of(account.id()))
                .endsWith(
                        AuditEvent.SIGNED_OUT_EVERYWHERE,
                        AuditEvent.KNOWN_DEVICES_FORGOTTEN,
                        AuditEvent.REPORTED_BY_MEMBER);
    }

    @Test
    void aLinkForAForgottenPasswordDies() throws Exception {
        SecretToken link = transactions.commit(() -> recoveryLinks.make(accounts.lock(account.id())));

        secure();

        assertThat(transactions.commit(() -> recoveryLinks.use(insurer, link))).isEmpty();
    }

    @Test
    @Tag("ASVS-6.4.6")
    void theInsurerIsToldANumberAndNothingOfTheMember() throws Exception {
        secure();

        String text = Mailbox.text(mailbox.awaitMailTo(alarmAddress));
        assertThat(text)
                .contains(notMe.report(account.id()).orElseThrow().reference(), "試験健康保険組合")
                .doesNotContain("testuser", "健保", "太郎", "9999", "roster.example", "http");
        assertThat(transactions.rows(
                        "select request_id from audit_entry where account_id = ?1 and event = 'REPORTED_BY_MEMBER'",
                        account.id()))
                .hasToString("[" + notMe.report(account.id()).orElseThrow().reference() + "]");
    }

    @Test
    @Tag("ASVS-6.3.7")
    void theMemberIsToldByMail() {
        secure();

        assertThat(mails()).containsExactlyInAnyOrder("INSURER_TOLD", "REPORTED");
    }

    @Test
    void ofTwoClicksTheSecondFindsWhatTheFirstTold() throws Exception {
        Callable<Change> click = () -> secure();

        assertThat(OwnRequests.atOnce(2, click)).containsOnly(new Change.Made());
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.REPORTED_BY_MEMBER);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void withinTheHourNobodyIsToldAgainButVisitsEndEachTime() {
        secure();
        clock.moveBy(NotMe.TOLD_AGAIN_AFTER.minusSeconds(1));
        SecretToken again = visiting.begin(account);
        caller = visiting.beginAsCaller(account);

        secure();

        assertThat(visiting.visit(account, again).caller()).isEmpty();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void afterAnHourTheyAreToldAgain() {
        secure();
        clock.moveBy(NotMe.TOLD_AGAIN_AFTER);
        assertThat(notMe.report(account.id())).isEmpty();
        caller = visiting.beginAsCaller(account);

        secure();

        assertThat(mails()).hasSize(4);
    }

    @Test
    void whoseInsurerHasNoAlarmAddressHasToCall() {
        transactions.change("update insurer set alarm_address = null where id = ?1", account.insurerId());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", account.insurerId());
        insurer = visiting.insurerOf(account);

        secure();

        assertThat(mails()).containsExactly("REPORTED");
        assertThat(notMe.report(account.id())).map(NotMe.Report::insurerTold).contains(false);
    }

    @Test
    void nobodysReportIsAnothers() {
        secure();

        assertThat(notMe.report(given.anAccount().id())).isEmpty();
        assertThat(notMe.report(account.id())).map(NotMe.Report::insurerTold).contains(true);
    }

    /** The stranger's own form may be coming in when he is signed out. */
    @Test
    void whoWasSignedOutEndsNobody() {
        Caller out = visiting.caller(account, stranger);
        secure();

        assertThat(notMe.secure(insurer, out, elsewhere)).isEqualTo(new Change.NotNow());
        assertThat(visiting.visit(account.insurerId(), caller.tokenHash()).caller())
                .isPresent();
    }

    private Change secure() {
        return notMe.secure(insurer, caller, here);
    }

    private List<String> mails() {
        return transactions.rows("select template from outgoing_mail where insurer_id = ?1", insurer.id()).stream()
                .map(Object::toString)
                .toList();
    }
}
