package jp.kenpo.portal.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class OutboxIT {

    private static final String CODE = "048213";

    @Inject
    Outbox outbox;

    @Inject
    OutboxSender sender;

    @Inject
    Mailbox mailbox;

    @Inject
    Given given;

    @Inject
    Accounts accounts;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer insurer;
    private String recipient;

    @BeforeEach
    void anInsurerAndARecipientOfItsOwn() {
        insurer = given.anInsurer();
        recipient = UUID.randomUUID() + "@member.example";
    }

    @AfterEach
    void theRelayIsUp() {
        mailbox.comeUp();
    }

    @Test
    void mailLeavesAfterTheCommitAndNotBefore() throws Exception {
        transactions.commit(() -> {
            outbox.put(aDraft(Language.JA));
            sendDueOnAnotherThread();
            assertThat(mailbox.mailTo(recipient)).as("before the commit").isEmpty();
        });

        mailbox.awaitMailTo(recipient);
    }

    /** Payara closes with a task whatever the request that handed it over had open for reading. */
    @Test
    void mailThatLeavesTakesNothingFromTheRequestThatPutIt() throws Exception {
        Account account = given.anAccount();
        for (int i = 0; i < 20; i++) {
            assertThat(accounts.find(account.id())).isPresent();
            recipient = UUID.randomUUID() + "@member.example";
            transactions.commit(() -> outbox.put(aDraft(Language.JA)));
            mailbox.awaitMailTo(recipient);
            for (int times = 0; times < 100; times++) {
                assertThat(accounts.find(account.id())).isPresent();
            }
        }
    }

    @Test
    void mailOfATransactionThatIsRolledBackNeverLeaves() throws Exception {
        transactions.rollBack(() -> outbox.put(aDraft(Language.JA)));
        sender.sendDue();

        assertThat(mailbox.mailTo(recipient)).isEmpty();
        assertThat(column("id")).isNull();
    }

    @Test
    void mailArrivesInJapaneseFromTheInsurer() throws Exception {
        transactions.commit(() -> outbox.put(aDraft(Language.JA)));

        MimeMessage mail = mailbox.awaitMailTo(recipient);

        assertThat(mail.getSubject()).isEqualTo("【デモ健康保険組合】メールアドレスの確認コード");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(Mailbox.text(mail).lines()).contains(CODE);
        assertThat(Mailbox.text(mail)).contains("有効時間は10分です").doesNotContain("http");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ja");
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo(insurer.senderAddress());
        assertThat(from.getPersonal()).isEqualTo("デモ健康保険組合");
        assertThat(mail.getMessageID()).isEqualTo("<" + column("message_id") + ">");
    }

    @Test
    void mailArrivesInEnglishForWhoeverReadsEnglish() throws Exception {
        transactions.commit(() -> outbox.put(aDraft(Language.EN)));

        MimeMessage mail = mailbox.awaitMailTo(recipient);

        assertThat(mail.getSubject()).endsWith(": code to confirm your e-mail address");
        assertThat(Mailbox.text(mail).lines()).contains(CODE);
        assertThat(Mailbox.text(mail)).contains("members' page");
    }

    @Test
    void whatAMailSaysIsSealedWhileItWaitsAndErasedOnceItIsSent() throws Exception {
        mailbox.goDown();
        transactions.commit(() -> outbox.put(aDraft(Language.JA)));
        awaitTries(1);
        assertThat(text("sealed_arguments")).isNotEmpty().doesNotContain(CODE);
        assertThat(text("sealed_recipient")).isNotEmpty().doesNotContain(recipient);

        mailbox.comeUp();
        clock.moveBy(Duration.ofMinutes(1));
        sender.sendDue();

        mailbox.awaitMailTo(recipient);
        Await.until("the mail is noted as sent", () -> column("sent_at") != null);
        assertThat(column("sealed_arguments")).isNull();
        assertThat(column("sealed_recipient")).isNull();
    }

    @Test
    void mailThatTheRelayDidNotTakeIsTriedAgainLaterWithTheSameMessageId() throws Exception {
        mailbox.goDown();
        transactions.commit(() -> outbox.put(aDraft(Language.JA)));
        awaitTries(1);

        mailbox.comeUp();
        sender.sendDue();
        assertThat(mailbox.mailTo(recipient)).as("before its wait is over").isEmpty();
        clock.moveBy(Duration.ofSeconds(30));
        sender.sendDue();

        assertThat(mailbox.awaitMailTo(recipient).getMessageID()).isEqualTo("<" + column("message_id") + ">");
        Await.until("the mail is noted as sent", () -> column("sent_at") != null);
        assertThat(mailbox.mailTo(recipient)).hasSize(1);
    }

    @Test
    void mailIsGivenUpAndErasedAfterADay() throws Exception {
        Instant put = clock.instant();
        mailbox.goDown();
        transactions.commit(() -> outbox.put(aDraft(Language.JA)));
        awaitTries(1);

        while (column("given_up_at") == null) {
            int tries = tries();
            clock.moveBy(Duration.ofHours(1));
            sender.sendDue();
            Await.until("another try", () -> tries() > tries);
        }

        assertThat(Duration.between(put, clock.instant())).isBetween(Duration.ofHours(22), Duration.ofHours(24));
        assertThat(column("sealed_arguments")).isNull();
        assertThat(column("sealed_recipient")).isNull();
    }

    @Test
    void aLineBreakInANameOrAnArgumentMakesNoHeader() throws Exception {
        String victim = UUID.randomUUID() + "@victim.example";
        String name = "Demo Society\r\nBcc: " + victim;

        transactions.commit(() -> outbox.put(new MailDraft(
                insurer.id(),
                MailTemplate.EMAIL_CODE,
                Language.EN,
                insurer.senderAddress(),
                name,
                recipient,
                List.of(name, CODE, "10"))));

        MimeMessage mail = mailbox.awaitMailTo(recipient);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mailbox.mailTo(victim)).isEmpty();
        assertThat(Mailbox.text(mail).lines()).contains(CODE);
    }

    @Test
    void aMailThatCannotBeOpenedHoldsUpNoOther() throws Exception {
        mailbox.goDown();
        transactions.commit(() -> outbox.put(aDraft(Language.JA)));
        awaitTries(1);
        transactions.change(
                "update outgoing_mail set sealed_arguments = sealed_recipient where insurer_id = ?1", insurer.id());
        mailbox.comeUp();
        clock.moveBy(Duration.ofMinutes(1));
        String other = UUID.randomUUID() + "@member.example";
        Insurer otherInsurer = given.anInsurer();

        transactions.commit(() -> outbox.put(aDraft(otherInsurer, other, Language.JA)));

        mailbox.awaitMailTo(other);
        awaitTries(2);
    }

    private MailDraft aDraft(Language language) {
        return aDraft(insurer, recipient, language);
    }

    private static MailDraft aDraft(Insurer insurer, String recipient, Language language) {
        return new MailDraft(
                insurer.id(),
                MailTemplate.EMAIL_CODE,
                language,
                insurer.senderAddress(),
                "デモ健康保険組合",
                recipient,
                List.of("デモ健康保険組合", CODE, "10"));
    }

    private void sendDueOnAnotherThread() throws Exception {
        AtOnce.from(1, () -> {
            sender.sendDue();
            return true;
        });
    }

    private void awaitTries(int tries) {
        Await.until("try " + tries, () -> tries() >= tries);
    }

    private int tries() {
        return ((Number) column("tries")).intValue();
    }

    private String text(String column) {
        return new String((byte[]) column(column), ISO_8859_1);
    }

    /** A column of the insurer's one mail; null also where there is no mail. */
    private Object column(String column) {
        List<?> rows =
                transactions.rows("select " + column + " from outgoing_mail where insurer_id = ?1", insurer.id());
        return rows.isEmpty() ? null : rows.get(0);
    }
}
