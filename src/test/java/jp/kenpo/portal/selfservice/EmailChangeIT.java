package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
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
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class EmailChangeIT {

    private static final Pattern CODE = Pattern.compile("(?m)^\\D*([0-9]{6})\\D*$");
    private static final Change MADE = new Change.Made();

    @Inject
    EmailChange change;

    @Inject
    RecoveryLinks links;

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

    private final String former = UUID.randomUUID() + "@former.example";
    private final String wanted = UUID.randomUUID() + "@wanted.example";
    private Account account;
    private CurrentInsurer insurer;
    private Caller caller;

    @BeforeEach
    void aMemberWithAnAddressWhoHasJustSignedIn() {
        account = given.anAccount();
        transactions.change(
                "update account set email = ?1, email_lower = ?1, email_state = 'CONFIRMED' where id = ?2",
                former,
                account.id());
        TotpDevice device = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
        caller = visiting.beginWith(account, device);
    }

    @Test
    void theAddressChangesOnceTheCodeIsBackAndNotBefore() throws Exception {
        assertThat(enter()).isEqualTo(MADE);
        assertThat(address()).isEqualTo(former);

        assertThat(confirm(codeOfMail())).isEqualTo(MADE);

        assertThat(address()).isEqualTo(wanted);
        assertThat(recorded.of(account.id())).contains(AuditEvent.EMAIL_ENTERED, AuditEvent.EMAIL_CONFIRMED);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void theFormerAddressIsToldOfIt() throws Exception {
        enter();
        confirm(codeOfMail());

        assertThat(mailbox.awaitMailTo(former).getSubject()).isEqualTo("【試験健康保険組合】メールアドレスが変更されました");
    }

    @Test
    void theSameFormTwiceIsAnsweredAsOnce() throws Exception {
        enter();
        enter();
        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasSize(1);
        String code = codeOfMail();

        List<Change> answers = OwnRequests.atOnce(2, () -> confirm(code));

        assertThat(answers).containsExactlyInAnyOrder(MADE, new Change.NotNow());
        assertThat(address()).isEqualTo(wanted);
    }

    @Test
    void aCodeConfirmsTheAddressItWasSentToAlone() throws Exception {
        enter();
        String code = codeOfMail();
        change.enter(insurer, caller, new EmailAddress("x" + wanted), Language.JA);

        assertThat(confirm(code)).isEqualTo(new Change.Refused(Refusal.of("email-code.wrong")));
        assertThat(address()).isEqualTo(former);
    }

    @Test
    void aCodeOfTenMinutesAgoConfirmsNothing() throws Exception {
        enter();
        String code = codeOfMail();
        clock.moveBy(Duration.ofMinutes(10));

        assertThat(confirm(code)).isEqualTo(new Change.Refused(Refusal.of("email-code.expired")));
        assertThat(address()).isEqualTo(former);
    }

    @Test
    @Tag("ASVS-7.5.1")
    void nothingIsSentWhereTheSecondFactorWasShownFiveMinutesAgo() {
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(enter()).isEqualTo(new Change.NotNow());
        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .isEmpty();
    }

    /** Whoever reads the former mailbox must not come in by what was on its way there. */
    @Test
    void withTheFormerAddressItsLinksAndAllOtherVisitsAreWorthNothing() throws Exception {
        SecretToken elsewhere = visiting.begin(account);
        SecretToken link = transactions.commit(() -> links.make(account));
        enter();

        confirm(codeOfMail());

        assertThat(visiting.visit(account, elsewhere).caller()).isEmpty();
        assertThat(links.look(insurer, link)).isEqualTo(new RecoveryLinks.State.Worthless());
    }

    @Test
    void whoConfirmsTheAddressHeHasStaysSignedInEverywhere() throws Exception {
        SecretToken elsewhere = visiting.begin(account);
        transactions.change("update account set email_state = 'LATER' where id = ?1", account.id());
        change.enter(insurer, caller, new EmailAddress(former), Language.JA);

        String code = code(mailbox.awaitMailTo(former));
        assertThat(confirm(code)).isEqualTo(MADE);

        assertThat(transactions.rows("select email_state from account where id = ?1", account.id()))
                .hasToString("[CONFIRMED]");
        assertThat(visiting.visit(account, elsewhere).caller()).isPresent();
    }

    @Test
    void anotherCodeIsHadAfterAMinute() {
        enter();

        assertThat(change.resend(insurer, caller, Language.JA))
                .contains(Refusal.of("email-code.resend-wait", Duration.ofSeconds(60)));
        clock.moveBy(Duration.ofSeconds(60));
        assertThat(change.resend(insurer, caller, Language.JA)).isEmpty();
        Await.until("a second mail", () -> mailbox.mailTo(wanted).size() == 2);
    }

    @Test
    void nothingChangesForAVisitThatIsOver() throws Exception {
        enter();
        String code = codeOfMail();
        transactions.change("update account set epoch = epoch + 1 where id = ?1", account.id());

        assertThat(confirm(code)).isEqualTo(new Change.NotNow());
        assertThat(address()).isEqualTo(former);
    }

    private Change enter() {
        return change.enter(insurer, caller, new EmailAddress(wanted), Language.JA);
    }

    private Change confirm(String code) {
        return change.confirm(insurer, caller, code);
    }

    private String codeOfMail() throws Exception {
        return code(mailbox.awaitMailTo(wanted));
    }

    private static String code(MimeMessage mail) throws Exception {
        Matcher found = CODE.matcher(Mailbox.text(mail));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String address() {
        return transactions
                .rows("select email from account where id = ?1", account.id())
                .get(0)
                .toString();
    }
}
