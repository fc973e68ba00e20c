package jp.kenpo.portal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.MemberNumber;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.Language;

/** Members who forgot something, what they ask for, and what they are sent. */
@ApplicationScoped
public class Forgetful {

    static final BirthDate BORN = new BirthDate(Given.BIRTH_DATE);

    /** The hash of a password that nobody remembers. */
    private static final String FORGOTTEN =
            PasswordHash.of("forgotten", new byte[PasswordHash.saltBytes()]).phc();

    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+)/recovery/link\\.xhtml\\?token=(\\S+)\\r?$");
    private static final AuditLog.Source HERE = new AuditLog.Source("192.0.2.7", "TEST-TEST");

    @Inject
    RecoveryRequests requests;

    @Inject
    Accounts accounts;

    @Inject
    Mailbox mailbox;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    /** A member of a new insurer who has a password, and an address that he confirmed. */
    public Account aMember(String email) {
        return finishFirstLogin(given.anAccount(), email);
    }

    /** Lets a member have a password and a confirmed address. */
    Account finishFirstLogin(Account account, String email) {
        transactions.change(
                "update account set password_hash = ?3, birth_date_confirmed_at = current_timestamp,"
                        + " user_id_decided_at = current_timestamp, method = 'OTP', email = ?1, email_lower = lower(?1),"
                        + " email_state = 'CONFIRMED', first_login_completed_at = current_timestamp where id = ?2",
                email,
                account.id(),
                FORGOTTEN);
        return account;
    }

    /** Lets a member have accepted the terms in force. */
    public void acceptTerms(Account account) {
        transactions.change(
                "insert into terms_acceptance (id, account_id, number, text_sha256, language, accepted_at)"
                        + " select nextval('id_sequence'), ?1, max(number), '', 'ja', current_timestamp"
                        + " from terms_version where insurer_id = ?2",
                account.id(),
                account.insurerId());
    }

    Optional<Refusal> askForLink(CurrentInsurer insurer, UserId userId) {
        return ask(insurer, new Forgotten.Password(userId, BORN));
    }

    Optional<Refusal> ask(CurrentInsurer insurer, Forgotten what) {
        return requests.take(insurer, what, Language.JA, HERE);
    }

    /** What somebody types who knows this member's number. */
    Forgotten numberOf(Account account) {
        MemberNumber number = accounts.member(account).orElseThrow().number();
        return new Forgotten.UserIdOfNumber(number.symbol(), number.number(), BORN);
    }

    /** Waits until all that was asked for is answered, or found to be nobody's. */
    void awaitAnswers(CurrentInsurer insurer) {
        Await.until(
                "answers",
                () -> transactions
                        .rows("select id from recovery_request where insurer_id = ?1", insurer.id())
                        .isEmpty());
    }

    /** Waits for the first, second… mail to an address. */
    MimeMessage mailTo(String address, int number) {
        Await.until(
                "mail " + number + " to " + address,
                () -> mailbox.mailTo(address).size() >= number);
        return mailbox.mailTo(address).get(number - 1);
    }

    /** Waits for such a mail and reads the link in it, which leads to the insurer's own host. */
    SecretToken linkTo(String address, int number, CurrentInsurer insurer) throws Exception {
        Matcher link = LINK.matcher(Mailbox.text(mailTo(address, number)));
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(insurer.origin().uri().toString());
        return SecretToken.parse(link.group(2)).orElseThrow();
    }
}
