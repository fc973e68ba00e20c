package jp.kenpo.portal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is sent what, and who nothing. */
@InContainer
class RecoveryMailIT {

    @Inject
    Forgetful forgetful;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private final String confirmed = UUID.randomUUID() + "@member.example";
    private final String unconfirmed = UUID.randomUUID() + "@member.example";
    private Account account;
    private CurrentInsurer insurer;

    @BeforeEach
    void aMemberWithAPasswordAndAConfirmedAddress() {
        account = forgetful.aMember(confirmed);
        insurer = visiting.insurerOf(account);
    }

    @Test
    void nothingIsSentToWhoeverDoesNotKnowTheBirthDate() {
        forgetful.ask(insurer, new Forgotten.Password(account.userId(), new BirthDate(LocalDate.of(1980, 12, 2))));

        assertAnswered("nobody");
    }

    @Test
    void nothingIsSentToAMemberWhoseInsuranceHasEnded() {
        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2",
                LocalDate.of(2020, 3, 31),
                account.memberId().orElseThrow());
        forgetful.askForLink(insurer, account.userId());

        assertAnswered("membership-ended");
    }

    @Test
    void nothingIsSentWhereTheInitialPasswordHasExpired() {
        Account newcomer = given.anAccount();
        insurer = visiting.insurerOf(newcomer);
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                unconfirmed,
                newcomer.memberId().orElseThrow());
        transactions.change(
                "update account set initial_password_expires_at = current_timestamp - interval '1' day where id = ?1",
                newcomer.id());

        forgetful.askForLink(insurer, newcomer.userId());

        assertAnswered("initial-password-expired");
    }

    /** Whoever knows a member's birth date could else fill his mailbox, by each of three forms. */
    @Test
    void oneIsSentAMinuteAndThenFewerHoweverManyAreAskedFor() {
        forgetful.askForLink(insurer, account.userId());
        forgetful.ask(insurer, new Forgotten.UserIdOfEmail(new EmailAddress(confirmed), Forgetful.BORN));
        forgetful.ask(insurer, forgetful.numberOf(account));
        forgetful.awaitAnswers(insurer);
        assertThat(mails()).hasSize(1);

        clock.moveBy(Duration.ofMinutes(1));
        forgetful.askForLink(insurer, account.userId());
        forgetful.awaitAnswers(insurer);
        clock.moveBy(Duration.ofMinutes(1));
        forgetful.askForLink(insurer, account.userId());
        forgetful.awaitAnswers(insurer);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void whatCannotBeReadHoldsUpNobodyAndIsGivenUpInTheEnd() {
        for (int i = 0; i < 60; i++) {
            transactions.change(
                    "insert into recovery_request (id, insurer_id, sealed_what, language, address, request_id, asked_at, tries)"
                            + " values (nextval('id_sequence'), ?1, ?2, 'JA', '192.0.2.7', 'TEST-TEST', current_timestamp, 59)",
                    insurer.id(),
                    new byte[] {1});
        }
        forgetful.askForLink(insurer, account.userId());

        forgetful.mailTo(confirmed, 1);
        forgetful.awaitAnswers(insurer);
        assertThat(transactions.rows(
                        "select count(*) from audit_entry where insurer_id = ?1 and detail = 'given-up'", insurer.id()))
                .asString()
                .isEqualTo("[60]");
    }

    @Test
    void nothingIsSentAtAnAddressThatNobodyConfirmed() {
        Account other = given.anAccount();
        insurer = visiting.insurerOf(other);
        forgetful.finishFirstLogin(other, unconfirmed);
        transactions.change("update account set email_state = 'LATER' where id = ?1", other.id());
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                unconfirmed,
                other.memberId().orElseThrow());

        forgetful.askForLink(insurer, other.userId());
        assertAnswered("no-address");
        forgetful.ask(insurer, new Forgotten.UserIdOfEmail(new EmailAddress(unconfirmed), Forgetful.BORN));
        forgetful.ask(insurer, forgetful.numberOf(other));

        forgetful.awaitAnswers(insurer);
        assertThat(mails()).isEmpty();
    }

    private void assertAnswered(String outcome) {
        forgetful.awaitAnswers(insurer);
        assertThat(transactions.rows(
                        "select detail from audit_entry where insurer_id = ?1 and event = 'RECOVERY_ANSWERED'",
                        insurer.id()))
                .asString()
                .isEqualTo("[" + outcome + "]");
        assertThat(mails()).isEmpty();
    }

    private List<?> mails() {
        return transactions.rows("select id from outgoing_mail where insurer_id = ?1", insurer.id());
    }

    @Test
    void remindsOfTheInitialPasswordAtTheRostersAddressWithoutALink() throws Exception {
        Account newcomer = given.anAccount();

        assertThat(reminder(visiting.insurerOf(newcomer), newcomer))
                .contains("記号+番号+生年月日", "資格情報のお知らせ", "03-0000-0000")
                .doesNotContain("http", given.resetPassword(newcomer), "testuser", "健保 太郎");
    }

    @Test
    void remindsOfTheLetterWhereTheInitialPasswordIsPrintedInIt() throws Exception {
        Account newcomer = given.anAccount();

        assertThat(reminder(
                        visiting.whereLettersTell(visiting.insurerOf(newcomer).insurer()), newcomer))
                .contains("ID・初期パスワードのお知らせ", "03-0000-0000")
                .doesNotContain("http", "生年月日", "testuser", "健保 太郎");
    }

    private String reminder(CurrentInsurer theirs, Account newcomer) throws Exception {
        insurer = theirs;
        String ofTheRoster = UUID.randomUUID() + "@roster.example";
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                ofTheRoster,
                newcomer.memberId().orElseThrow());
        forgetful.askForLink(theirs, newcomer.userId());
        return Mailbox.text(forgetful.mailTo(ofTheRoster, 1));
    }

    @Test
    void remindsOfTheUserIdHoweverTheAddressWasWritten() throws Exception {
        transactions.change("update account set email = upper(email) where id = ?1", account.id());
        forgetful.ask(insurer, new Forgotten.UserIdOfEmail(new EmailAddress(confirmed), Forgetful.BORN));

        assertThat(Mailbox.text(forgetful.mailTo(confirmed.toUpperCase(Locale.ROOT), 1)))
                .contains("ユーザID：testuser");
    }

    @Test
    void remindsOfTheUserIdAtTheConfirmedAddressAlsoWithCapitals() throws Exception {
        forgetful.ask(
                insurer,
                new Forgotten.UserIdOfEmail(new EmailAddress(confirmed.toUpperCase(Locale.ROOT)), Forgetful.BORN));

        assertThat(Mailbox.text(forgetful.mailTo(confirmed, 1)))
                .contains("ユーザID：testuser", "枝番：01")
                .doesNotContain("http", "健保 太郎", "19801201");
    }

    /** Who were born on one day into one family have all in common that they can type. */
    @Test
    void remindsOfHisOwnUserIdEachOfTwins() throws Exception {
        Account twin = given.anAccount(insurer.insurer(), "twin-2026");
        String ofTheTwin = UUID.randomUUID() + "@member.example";
        forgetful.finishFirstLogin(twin, ofTheTwin);
        transactions.change(
                "update member set branch = '02', number = (select number from member where id = ?1) where id = ?2",
                account.memberId().orElseThrow(),
                twin.memberId().orElseThrow());

        forgetful.ask(insurer, forgetful.numberOf(account));

        assertThat(Mailbox.text(forgetful.mailTo(confirmed, 1)))
                .contains("ユーザID：testuser", "枝番：01")
                .doesNotContain("twin-2026");
        assertThat(Mailbox.text(forgetful.mailTo(ofTheTwin, 1)))
                .contains("ユーザID：twin-2026", "枝番：02")
                .doesNotContain("testuser");
    }
}
