package jp.kenpo.portal.firstlogin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
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
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class EmailStepIT {

    private static final Pattern CODE = Pattern.compile("(?m)^\\D*([0-9]{6})\\D*$");

    @Inject
    EmailStep step;

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

    private Account account;
    private CurrentInsurer insurer;
    private Caller caller;
    private String address;

    @BeforeEach
    void aMemberWhoEnteredHisAddress() {
        account = given.anAccount();
        insurer = visiting.insurerOf(account);
        caller = visiting.beginAsCaller(account);
        address = UUID.randomUUID() + "@member.example";
        step.enter(insurer, caller, new EmailAddress(address), false, Language.JA);
    }

    @Test
    void theCodeOfTheMailConfirmsTheAddress() throws Exception {
        String code = codeOfMail(1);

        Optional<Refusal> first = confirm(code);
        Optional<Refusal> second = confirm(code);

        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
        assertThat(state()).isEqualTo("CONFIRMED");
        assertThat(recorded.of(account.id()))
                .containsExactly(
                        AuditEvent.EMAIL_ENTERED, AuditEvent.EMAIL_CONFIRMED, AuditEvent.FIRST_LOGIN_COMPLETED);
    }

    @Test
    void anAddressEnteredTwiceIsSentOneCode() {
        step.enter(insurer, caller, new EmailAddress(address), false, Language.JA);

        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasSize(1);
    }

    /** More than there are connections: whoever has one and waits for another would wait for ever. */
    @Test
    void aHundredAtOnceAreAllAnswered() throws Exception {
        step.correct(caller);

        List<Optional<Refusal>> answers = OwnRequests.atOnce(
                100, () -> step.enter(insurer, caller, new EmailAddress("at-once" + address), false, Language.JA));

        assertThat(answers).hasSize(100).containsOnly(Optional.empty());
    }

    @Test
    void whoCorrectsNothingGetsNoSecondCodeWithinAMinute() throws Exception {
        String code = codeOfMail(1);
        step.correct(caller);
        step.enter(insurer, caller, new EmailAddress(address), false, Language.JA);

        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasSize(1);
        assertThat(confirm(code)).isEmpty();
    }

    @Test
    void whoCorrectsHisAddressGetsACodeThereAtOnce() {
        step.correct(caller);
        step.enter(insurer, caller, new EmailAddress("x" + address), false, Language.JA);

        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasSize(2);
        assertThat(recorded.of(account.id()))
                .containsExactly(AuditEvent.EMAIL_ENTERED, AuditEvent.EMAIL_TAKEN_BACK, AuditEvent.EMAIL_ENTERED);
    }

    @Test
    @Tag("ASVS-6.6.3")
    void mailToEverNewAddressesIsNotHadWithoutEnd() {
        for (int i = 1; i < 5; i++) {
            step.correct(caller);
            assertThat(step.enter(insurer, caller, new EmailAddress(i + address), false, Language.JA))
                    .isEmpty();
        }
        step.correct(caller);

        Optional<Refusal> sixth = step.enter(insurer, caller, new EmailAddress("6" + address), false, Language.JA);

        assertThat(sixth).contains(Refusal.of("email.wait", Duration.ofSeconds(30)));
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.EMAIL_REFUSED);
        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasSize(5);
    }

    @Test
    void aWrongCodeIsRefused() throws Exception {
        Optional<Refusal> refusal = confirm(otherThan(codeOfMail(1)));

        assertThat(refusal).contains(Refusal.of("email-code.wrong"));
        assertThat(state()).isEqualTo("CODE_SENT");
    }

    @Test
    @Tag("ASVS-6.6.3")
    void afterFiveWrongCodesEvenTheRightOneWaits() throws Exception {
        String code = codeOfMail(1);
        for (int i = 0; i < 5; i++) {
            confirm(otherThan(code));
        }

        Optional<Refusal> sixth = confirm(code);
        clock.moveBy(Duration.ofSeconds(30));
        Optional<Refusal> afterTheWait = confirm(code);

        assertThat(sixth).contains(Refusal.of("email-code.wait", Duration.ofSeconds(30)));
        assertThat(afterTheWait).isEmpty();
    }

    @Test
    @Tag("ASVS-6.5.5")
    void theCodeDiesAfterTenMinutes() throws Exception {
        String code = codeOfMail(1);
        clock.moveBy(Duration.ofMinutes(10));

        Optional<Refusal> refusal = confirm(code);

        assertThat(refusal).contains(Refusal.of("email-code.expired"));
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.EMAIL_CODE_REFUSED);
        assertThat(state()).isEqualTo("CODE_SENT");
    }

    @Test
    @Tag("ASVS-6.6.2")
    void anotherCodeIsSentAfterAMinuteAndTheFormerOneDies() throws Exception {
        String former = codeOfMail(1);
        clock.moveBy(Duration.ofSeconds(59));
        Optional<Refusal> early = step.resend(insurer, caller, Language.JA);
        clock.moveBy(Duration.ofSeconds(1));
        Optional<Refusal> inTime = step.resend(insurer, caller, Language.JA);

        assertThat(early).contains(Refusal.of("email-code.resend-wait", Duration.ofSeconds(1)));
        assertThat(inTime).isEmpty();
        String latter = codeOfMail(2);
        // One time in a million both are the same.
        assertThat(latter).isNotEqualTo(former);
        assertThat(confirm(former)).contains(Refusal.of("email-code.wrong"));
        assertThat(confirm(latter)).isEmpty();
        assertThat(recorded.of(account.id()))
                .startsWith(AuditEvent.EMAIL_ENTERED, AuditEvent.EMAIL_REFUSED, AuditEvent.EMAIL_CODE_RESENT);
    }

    @Test
    void theConfirmationMayBePutOff() {
        step.putOff(caller);
        step.putOff(caller);

        assertThat(state()).isEqualTo("LATER");
        assertThat(recorded.of(account.id()))
                .containsExactly(AuditEvent.EMAIL_ENTERED, AuditEvent.EMAIL_PUT_OFF, AuditEvent.FIRST_LOGIN_COMPLETED);
    }

    private Optional<Refusal> confirm(String code) {
        return step.confirm(insurer, caller, code);
    }

    private String codeOfMail(int number) throws Exception {
        Await.until("mail " + number, () -> mailbox.mailTo(address).size() >= number);
        MimeMessage mail = mailbox.mailTo(address).get(number - 1);
        Matcher code = CODE.matcher(Mailbox.text(mail));
        assertThat(code.find()).as("a code in the mail").isTrue();
        return code.group(1);
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private String state() {
        return (String) transactions
                .rows("select email_state from account where id = ?1", account.id())
                .get(0);
    }
}
