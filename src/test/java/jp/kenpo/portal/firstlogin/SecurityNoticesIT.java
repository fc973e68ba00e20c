package jp.kenpo.portal.firstlogin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.NewPassword;
import jp.kenpo.portal.signin.OneTimePassword;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a member is told by mail of changes of his account, and where. */
@InContainer
@Tag("ASVS-6.3.7")
class SecurityNoticesIT {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");

    @Inject
    FirstLogin firstLogin;

    @Inject
    NewPassword newPassword;

    @Inject
    TotpSetup totpSetup;

    @Inject
    EmailStep emailStep;

    @Inject
    AuthenticatorApp app;

    @Inject
    Accounts accounts;

    @Inject
    Mailbox mailbox;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    private final String ofTheRoster = UUID.randomUUID() + "@roster.example";
    private final String entered = UUID.randomUUID() + "@member.example";
    private Account account;
    private CurrentInsurer insurer;
    private Caller caller;

    @BeforeEach
    void aMemberWithAnAddressInTheRoster() {
        account = given.anAccount();
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                ofTheRoster,
                account.memberId().orElseThrow());
        insurer = visiting.insurerOf(account);
        caller = visiting.beginAsCaller(account);
    }

    @Test
    void ofANewPassword() throws Exception {
        newPassword.set(insurer, caller, new PasswordHash("any"), false);

        assertThat(onlySubjectTo(ofTheRoster)).isEqualTo("【試験健康保険組合】パスワードが設定されました");
    }

    @Test
    void ofANewUserIdAndOfNoneThatStays() throws Exception {
        firstLogin.decideUserIdAndMethod(insurer, caller, new UserId("taro-1980"), SecondFactorMethod.OTP);
        assertThat(onlySubjectTo(ofTheRoster)).isEqualTo("【試験健康保険組合】ユーザIDが変更されました");

        Account other = given.anAccount();
        firstLogin.decideUserIdAndMethod(
                visiting.insurerOf(other), visiting.beginAsCaller(other), other.userId(), SecondFactorMethod.OTP);
        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", other.insurerId()))
                .isEmpty();
    }

    @Test
    void ofANewSecondFactor() throws Exception {
        String code = app.codeOf(totpSetup.secret(caller), Duration.ZERO);

        totpSetup.confirm(insurer, caller, new OneTimePassword(code), new DeviceName("iPhone"), false);

        assertThat(onlySubjectTo(ofTheRoster)).isEqualTo("【試験健康保険組合】認証方法が追加されました");
    }

    @Test
    void ofANewAddressAtTheOldOneAndAtTheNewOne() throws Exception {
        confirmTheAddress();

        assertThat(onlySubjectTo(ofTheRoster)).isEqualTo("【試験健康保険組合】メールアドレスが登録されました");
        Await.until(
                "a second mail to the new address",
                () -> mailbox.mailTo(entered).size() == 2);
        assertThat(mailbox.mailTo(entered).get(1).getSubject()).isEqualTo("【試験健康保険組合】メールアドレスが登録されました");
    }

    @Test
    void fromThenOnAtTheConfirmedAddressAlone() throws Exception {
        confirmTheAddress();
        Await.until(
                "a second mail to the new address",
                () -> mailbox.mailTo(entered).size() == 2);

        newPassword.set(insurer, caller, new PasswordHash("any"), false);

        Await.until(
                "a third mail to the new address", () -> mailbox.mailTo(entered).size() == 3);
        mailbox.awaitMailTo(ofTheRoster);
        assertThat(mailbox.mailTo(ofTheRoster)).hasSize(1);
    }

    @Test
    void neverAtAnAddressThatWasOnlyTyped() throws Exception {
        emailStep.enter(insurer, caller, new EmailAddress(entered), false, Language.JA);
        emailStep.putOff(caller);

        newPassword.set(insurer, caller, new PasswordHash("any"), false);

        mailbox.awaitMailTo(ofTheRoster);
        assertThat(mailbox.mailTo(entered)).hasSizeLessThan(2);
        assertThat(transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasSize(2);
    }

    @Test
    @Tag("ASVS-6.4.6")
    void withoutALinkASecretOrAnythingOfTheMember() throws Exception {
        Proving.Proved set =
                (Proving.Proved) newPassword.set(insurer, caller, new PasswordHash("a-secret-hash"), false);
        caller = visiting.caller(account, set.token());
        String code = app.codeOf(totpSetup.secret(caller), Duration.ZERO);
        totpSetup.confirm(insurer, caller, new OneTimePassword(code), new DeviceName("iPhone"), false);
        Await.until("two mails", () -> mailbox.mailTo(ofTheRoster).size() == 2);

        for (MimeMessage mail : mailbox.mailTo(ofTheRoster)) {
            assertThat(Mailbox.text(mail))
                    .contains("03-0000-0000", "試験健康保険組合", "お心当たりのない場合")
                    .doesNotContain(secretsOfTheMember(code).toArray(String[]::new));
        }
    }

    private List<String> secretsOfTheMember(String code) {
        return List.of(
                "http",
                "健保 太郎",
                "19801201",
                "testuser",
                "a-secret-hash",
                "iPhone",
                code,
                accounts.member(account).orElseThrow().number().number());
    }

    private void confirmTheAddress() throws IOException, MessagingException {
        emailStep.enter(insurer, caller, new EmailAddress(entered), false, Language.JA);
        Matcher code = CODE.matcher(Mailbox.text(mailbox.awaitMailTo(entered)));
        assertThat(code.find()).isTrue();
        emailStep.confirm(insurer, caller, code.group(1));
    }

    private String onlySubjectTo(String address) throws MessagingException {
        mailbox.awaitMailTo(address);
        assertThat(mailbox.mailTo(address)).hasSize(1);
        return mailbox.mailTo(address).get(0).getSubject();
    }
}
