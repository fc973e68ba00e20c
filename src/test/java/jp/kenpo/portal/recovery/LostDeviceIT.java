package jp.kenpo.portal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.recovery.LostDeviceRecovery.Outcome;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.selfservice.NotMe;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.NewPassword;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member who has none of his devices any more is let in by two proofs, twice, with a wait between. */
@InContainer
class LostDeviceIT {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");
    private static final Pattern STOP = Pattern.compile("(?m)^(http\\S+)/recovery/stop\\.xhtml\\?token=(\\S+)\\r?$");
    private static final Duration WAIT = Duration.ofHours(24);
    private static final Outcome BEGUN = new Outcome.Begun();
    private static final Outcome NOT_NOW = new Outcome.NotNow();

    @Inject
    LostDeviceRecovery recovery;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    RecoveryLinks links;

    @Inject
    NewPassword newPassword;

    @Inject
    NotMe notMe;

    @Inject
    PasswordHashing hashing;

    @Inject
    Forgetful forgetful;

    @Inject
    AuthenticatorApp app;

    @Inject
    Mailbox mailbox;

    @Inject
    Recorded recorded;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private final String own = UUID.randomUUID() + "@own.example";
    private final String rosters = UUID.randomUUID() + "@roster.example";
    private Account account;
    private TotpDevice device;
    private CurrentInsurer insurer;

    @BeforeEach
    void aMemberWithADeviceWhoseAddressIsHisForAWeek() {
        account = forgetful.aMember(own);
        addressIsOf(clock.instant().minus(Duration.ofDays(7)));
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                rosters,
                account.memberId().orElseThrow());
        forgetful.acceptTerms(account);
        device = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
    }

    @Test
    @Tag("ASVS-6.4.4")
    void waitsADayAndIsLetInByBothProofsAgain() {
        Caller first = visiting.beginAsCaller(account);
        assertThat(send(first)).isEmpty();
        assertThat(take(first, newestCode())).isEqualTo(BEGUN);
        Instant opens = clock.instant().plus(WAIT);
        assertThat(stepOf(first)).isInstanceOf(SignInStep.AwaitsRecovery.class);

        clock.moveBy(WAIT.minusMinutes(1));
        Caller early = visiting.beginAsCaller(account);
        assertThat(visiting.visit(account.insurerId(), early.tokenHash()).step())
                .isInstanceOfSatisfying(
                        SignInStep.AwaitsRecovery.class,
                        step -> assertThat(step.opensAt()).isBetween(opens.minusSeconds(60), opens));
        assertThat(send(early)).isEmpty();
        assertThat(codeMails()).as("no code before the time").hasSize(1);

        clock.moveBy(Duration.ofMinutes(1));
        Caller late = visiting.beginAsCaller(account);
        send(late);
        Await.until("a second code", () -> codeMails().size() == 2);
        Outcome outcome = take(late, newestCode());

        SecretToken token = ((Outcome.Entered) outcome).token();
        assertThat(visiting.visit(account, token).step()).isEqualTo(new SignInStep.SignedIn());
        assertThat(recoveries.find(account)).isEmpty();
        assertThat(recorded.of(account.id()))
                .contains(
                        AuditEvent.LOST_DEVICE_CODE_SENT,
                        AuditEvent.ACCOUNT_RECOVERY_BEGUN,
                        AuditEvent.ACCOUNT_RECOVERED);
        mailbox.awaitMailTo(own, "【試験健康保険組合】デバイスを使わずにログインされました");
    }

    @Test
    void isTheInsurersToSayForHowLongHeWaits() {
        transactions.change("update insurer_policy set recovery_wait_hours = 72 where insurer_id = ?1", insurer.id());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", insurer.id());
        transactions.change("update insurer_policy set revision = revision + 1 where insurer_id = ?1", insurer.id());
        insurer = visiting.insurerOf(account);
        begin();

        Instant opens = recoveries.find(account).orElseThrow().opensAt();
        assertThat(Duration.between(clock.instant(), opens))
                .isBetween(Duration.ofMinutes(71 * 60 + 59), Duration.ofHours(72));
    }

    @Test
    @Tag("ASVS-6.3.7")
    void isToldAtEveryAddressOfHis() {
        begin();

        mailbox.awaitMailTo(own, "【試験健康保険組合】デバイスを使わずにログインする手続きを受け付けました");
        mailbox.awaitMailTo(rosters, "【試験健康保険組合】デバイスを使わずにログインする手続きを受け付けました");
    }

    /** Whoever has somebody's session could have put in an address of his own. */
    @Test
    @Tag("ASVS-6.4.4")
    void isSentNothingAtAnAddressThatIsNotHisForAWeek() {
        addressIsOf(clock.instant().minus(Duration.ofDays(7)).plusSeconds(1));
        Caller caller = visiting.beginAsCaller(account);

        assertThat(send(caller)).isEmpty();

        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.LOST_DEVICE_CODE_SENT);
        assertThat(transactions.rows("select 1 from outgoing_mail where insurer_id = ?1", insurer.id()))
                .isEmpty();
    }

    /** Else whoever reads the mailbox needed nothing but it. */
    @Test
    @Tag("ASVS-6.4.4")
    void cannotUseALinkByMailInThePlaceOfThePassword() throws Exception {
        SecretToken link = transactions.commit(() -> links.make(account));
        SecretToken visit = links.use(insurer, link).orElseThrow();
        Caller caller = visiting.caller(account, visit);

        send(caller);

        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.LOST_DEVICE_CODE_SENT);
        assertThat(take(caller, "123456")).isEqualTo(NOT_NOW);
    }

    @Test
    void waitsInVainWhereADeviceSignsInFully() {
        begin();

        visiting.signInFully(account, UUID.randomUUID().toString());

        assertThat(recoveries.find(account)).isEmpty();
        assertThat(recorded.of(account.id())).contains(AuditEvent.ACCOUNT_RECOVERY_STOPPED);
        mailbox.awaitMailTo(own, "【試験健康保険組合】デバイスを使わずにログインする手続きを取りやめました");
    }

    @Test
    void waitsInVainWhereThePasswordIsReplaced() throws Exception {
        begin();
        SecretToken link = transactions.commit(() -> links.make(account));
        SecretToken visit = links.use(insurer, link).orElseThrow();
        SecretToken proved = visiting.proveSecondFactor(account, visit, device);

        newPassword.set(insurer, visiting.caller(account, proved), hashing.hash("Anotherpass2026"), false);

        assertThat(recoveries.find(present())).isEmpty();
        assertThat(recorded.of(account.id())).contains(AuditEvent.ACCOUNT_RECOVERY_STOPPED);
    }

    @Test
    void waitsInVainWhereTheMemberReportsAStranger() {
        begin();
        Caller member = visiting.beginWith(account, device);

        assertThat(notMe.secure(insurer, member, "")).isEqualTo(new Change.Made());

        assertThat(recoveries.find(present())).isEmpty();
        assertThat(recorded.of(account.id())).contains(AuditEvent.ACCOUNT_RECOVERY_STOPPED);
    }

    @Test
    void waitsInVainWhereEverySessionEnds() {
        begin();

        transactions.change("update account set epoch = epoch + 1 where id = ?1", account.id());

        assertThat(recoveries.find(present())).isEmpty();
        assertThat(visiting.visit(account, visiting.begin(account)).step())
                .isInstanceOf(SignInStep.NeedsSecondFactor.class);
    }

    @Test
    void isStoppedByTheLinkOfTheMailOnceAndAtItsInsurerAlone() throws Exception {
        begin();
        SecretToken link = stopLink();
        CurrentInsurer other = visiting.insurerOf(given.anAccount());
        recoveries.stop(other, link);
        assertThat(recoveries.isStoppedBy(other, link)).isFalse();
        assertThat(recoveries.isStoppedBy(insurer, link)).isTrue();

        recoveries.stop(insurer, link);
        recoveries.stop(insurer, link);

        assertThat(recoveries.isStoppedBy(insurer, link)).isFalse();
        assertThat(recorded.of(account.id()))
                .filteredOn(AuditEvent.ACCOUNT_RECOVERY_STOPPED::equals)
                .hasSize(1);
        Caller again = visiting.beginAsCaller(account);
        assertThat(visiting.visit(account.insurerId(), again.tokenHash()).step())
                .isInstanceOf(SignInStep.NeedsSecondFactor.class);
    }

    @Test
    void mayComeInForAWeekAndBeginsAnewThen() {
        begin();
        clock.moveBy(WAIT.plusDays(7));

        assertThat(recoveries.find(account)).isEmpty();
        begin();
        assertThat(recoveries.find(account)).isPresent();
    }

    @Test
    @Tag("ASVS-6.5.1")
    void beginsOnceByTwoEqualForms() throws Exception {
        Caller caller = visiting.beginAsCaller(account);
        send(caller);
        String code = newestCode();

        List<Outcome> outcomes = OwnRequests.atOnce(2, () -> take(caller, code));

        assertThat(outcomes).containsExactlyInAnyOrder(BEGUN, NOT_NOW);
        assertThat(recorded.of(account.id()))
                .filteredOn(AuditEvent.ACCOUNT_RECOVERY_BEGUN::equals)
                .hasSize(1);
    }

    @Test
    void entersOnceByTwoEqualFormsAndBothGoOn() throws Exception {
        begin();
        clock.moveBy(WAIT);
        Caller caller = visiting.beginAsCaller(account);
        send(caller);
        Await.until("a second code", () -> codeMails().size() == 2);
        String code = newestCode();

        List<Outcome> outcomes = OwnRequests.atOnce(2, () -> take(caller, code));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Entered.class));
        assertThat(recorded.of(account.id()))
                .filteredOn(AuditEvent.ACCOUNT_RECOVERED::equals)
                .hasSize(1);
    }

    /** The password is known to whoever is here: the code must not be to be guessed. */
    @Test
    @Tag("ASVS-6.6.3")
    void hasFiveFreeTriesForTheCode() {
        Caller caller = visiting.beginAsCaller(account);
        send(caller);
        String code = newestCode();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(take(caller, wrong)).isEqualTo(new Outcome.Refused(Refusal.of("email-code.wrong")));
        }

        assertThat(take(caller, code))
                .isEqualTo(new Outcome.Refused(Refusal.of("email-code.wait", Duration.ofSeconds(30))));
    }

    @Test
    @Tag("ASVS-6.6.2")
    void cannotUseACodeThatWasSentForSomethingElse() throws Exception {
        Caller caller = visiting.beginAsCaller(account);
        send(caller);
        String code = newestCode();
        transactions.change("update email_confirmation set purpose = 'ADDRESS' where account_id = ?1", account.id());

        assertThat(take(caller, code)).isEqualTo(new Outcome.Refused(Refusal.of("email-code.expired")));
    }

    private void begin() {
        Caller caller = visiting.beginAsCaller(account);
        int before = codeMails().size();
        send(caller);
        Await.until("a code", () -> codeMails().size() > before);
        assertThat(take(caller, newestCode())).isEqualTo(BEGUN);
    }

    private Optional<Refusal> send(Caller caller) {
        return recovery.send(insurer, caller, Language.JA);
    }

    private Outcome take(Caller caller, String code) {
        return recovery.take(insurer, caller, code);
    }

    private SignInStep stepOf(Caller caller) {
        return visiting.visit(account.insurerId(), caller.tokenHash()).step();
    }

    private Account present() {
        return visiting.beginAsCaller(account).account();
    }

    private void addressIsOf(Instant time) {
        transactions.change(
                "update account set email_decided_at = ?1 where id = ?2", time.atOffset(ZoneOffset.UTC), account.id());
    }

    private List<String> codeMails() {
        return mailbox.mailTo(own).stream()
                .map(Mailbox::text)
                .filter(text -> CODE.matcher(text).find())
                .toList();
    }

    private String newestCode() {
        Await.until("a code", () -> !codeMails().isEmpty());
        List<String> mails = codeMails();
        Matcher code = CODE.matcher(mails.get(mails.size() - 1));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private SecretToken stopLink() {
        Await.until("the mail with the link", () -> links().findFirst().isPresent());
        Matcher link = links().findFirst().orElseThrow();
        assertThat(link.group(1)).isEqualTo(insurer.origin().uri().toString());
        return SecretToken.parse(link.group(2)).orElseThrow();
    }

    private Stream<Matcher> links() {
        return mailbox.mailTo(own).stream()
                .map(Mailbox::text)
                .map(STOP::matcher)
                .filter(Matcher::find);
    }
}
