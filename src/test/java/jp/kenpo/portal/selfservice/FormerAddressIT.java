package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
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
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.recovery.FormerAddresses;
import jp.kenpo.portal.recovery.FormerAddresses.State;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Drafts;
import jp.kenpo.portal.signin.Leavings;
import jp.kenpo.portal.signin.NewPassword;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The link by which the owner of an address that was replaced has it back; whoever changes addresses here is a thief. */
@InContainer
class FormerAddressIT {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");
    private static final Pattern LINK =
            Pattern.compile("(?m)^(http\\S+)/recovery/former-address\\.xhtml\\?token=(\\S+)\\r?$");
    private static final State WORTHLESS = new State.Worthless();

    @Inject
    FormerAddresses addresses;

    @Inject
    EmailChange change;

    @Inject
    NewPassword newPassword;

    @Inject
    PasswordHashing hashing;

    @Inject
    RecoveryLinks recoveryLinks;

    @Inject
    Drafts drafts;

    @Inject
    Leavings leavings;

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

    private final String a = UUID.randomUUID() + "@a.example";
    private final String b = UUID.randomUUID() + "@b.example";
    private final String c = UUID.randomUUID() + "@c.example";
    private Account account;
    private CurrentInsurer insurer;
    private Caller thief;

    @BeforeEach
    void aMemberWithAConfirmedAddressAndAThiefInHisAccount() {
        account = given.anAccount();
        transactions.change(
                "update account set email = ?1, email_lower = ?1, email_state = 'CONFIRMED' where id = ?2",
                a,
                account.id());
        TotpDevice device = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
        thief = visiting.beginWith(account, device);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void isSentToTheFormerAddressAndNotToTheNewOne() throws Exception {
        changeTo(b);

        assertThat(mailbox.awaitMailTo(a).getSubject()).isEqualTo("【試験健康保険組合】メールアドレスが変更されました");
        assertThat(Mailbox.text(mailbox.mailTo(a).get(0)))
                .contains("7日間", "03-0000-0000")
                .doesNotContain(b, "testuser");
        assertThat(addresses.look(insurer, linkTo(a))).isEqualTo(new State.Good(account.userId(), a));
        Await.until("the notice", () -> mailbox.mailTo(b).size() == 2);
        assertThat(Mailbox.text(mailbox.mailTo(b).get(1))).doesNotContain("http", a);
        assertThat(mailbox.mailTo(a)).hasSize(1);
    }

    @Test
    void isNotSentToAnAddressThatNobodyConfirmed() throws Exception {
        transactions.change("update account set email_state = 'LATER' where id = ?1", account.id());

        changeTo(b);

        assertThat(rows()).isEmpty();
        Await.until("the notice", () -> mailbox.mailTo(b).size() == 2);
        assertThat(mailbox.mailTo(a)).isEmpty();
    }

    @Test
    void givesTheAddressBackAndEndsWhateverTheThiefHad() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);
        SecretToken visit = visiting.begin(account);
        SecretToken recovery = transactions.commit(() -> recoveryLinks.make(account()));
        change.enter(insurer, thief, new EmailAddress(c), Language.JA);
        drafts.keep(account.id(), AccountPages.EMAIL, Map.of("email", new String[] {c}));

        assertThat(addresses.restore(insurer, link)).isTrue();

        assertThat(address()).isEqualTo(a + " CONFIRMED");
        assertThat(visiting.visit(account, visit).caller()).isEmpty();
        assertThat(recoveryLinks.look(insurer, recovery)).isEqualTo(new RecoveryLinks.State.Worthless());
        assertThat(change.confirm(insurer, thief, codeTo(c))).isEqualTo(new Change.NotNow());
        assertThat(rowsOf("email_confirmation")).isEmpty();
        assertThat(rowsOf("draft")).isEmpty();
        assertThat(recorded.of(account.id())).contains(AuditEvent.EMAIL_RESTORED, AuditEvent.SIGNED_OUT_EVERYWHERE);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void bothAreToldOfItAndNeitherIsSentALink() throws Exception {
        changeTo(b);
        addresses.restore(insurer, linkTo(a));

        Await.until(
                "mails",
                () -> mailbox.mailTo(a).size() == 2 && mailbox.mailTo(b).size() == 3);
        for (String address : List.of(a, b)) {
            int last = mailbox.mailTo(address).size() - 1;
            assertThat(mailbox.mailTo(address).get(last).getSubject()).isEqualTo("【試験健康保険組合】元のメールアドレスに戻されました");
            assertThat(Mailbox.text(mailbox.mailTo(address).get(last))).doesNotContain("http", a, b);
        }
    }

    @Test
    void worksThoughTheThiefHasSetAPasswordMeanwhileAndSignedOutEverybody() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);

        newPassword.set(insurer, thief, hashing.hash("Anotherpass2026"), true);
        transactions.change("update account set epoch = epoch + 7 where id = ?1", account.id());

        assertThat(addresses.restore(insurer, link)).isTrue();
        assertThat(address()).isEqualTo(a + " CONFIRMED");
    }

    @Test
    void leavesPasswordAndSecondFactorAsTheyAre() throws Exception {
        changeTo(b);
        List<?> before = rowsOf("totp_device");
        transactions.change("update account set password_hash = 'x' where id = ?1", account.id());

        addresses.restore(insurer, linkTo(a));

        assertThat(rowsOf("totp_device")).isEqualTo(before).isNotEmpty();
        assertThat(transactions.rows("select password_hash from account where id = ?1", account.id()))
                .hasToString("[x]");
    }

    @Test
    @Tag("ASVS-6.5.1")
    void isUsedOnceHoweverManyUseItAtOnce() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);

        List<Boolean> answers = OwnRequests.atOnce(20, () -> addresses.restore(insurer, link));

        assertThat(answers).containsOnly(true).hasSize(20);
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.EMAIL_RESTORED);
        Await.until("mails", () -> mailbox.mailTo(a).size() == 2);
        assertThat(transactions.rows("select epoch from account where id = ?1", account.id()))
                .as("ended once by the change, once by the link")
                .hasToString("[2]");
    }

    @Test
    void onceUsedItGivesNothingBackLater() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);
        addresses.restore(insurer, link);
        assertThat(addresses.look(insurer, link)).isEqualTo(new State.Restored());
        transactions.change("update account set email = ?1, email_lower = ?1 where id = ?2", c, account.id());

        assertThat(addresses.look(insurer, link)).isEqualTo(WORTHLESS);
        assertThat(addresses.restore(insurer, link)).isFalse();
        assertThat(address()).isEqualTo(c + " CONFIRMED");
    }

    @Test
    @Tag("ASVS-6.5.5")
    void diesAfterSevenDaysAndIsSwept() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);

        clock.moveBy(Duration.ofDays(7).minusSeconds(1));
        leavings.sweep(Leavings.Leaving.FORMER_ADDRESSES);
        assertThat(addresses.look(insurer, link)).isInstanceOf(State.Good.class);
        clock.moveBy(Duration.ofSeconds(1));

        assertThat(addresses.look(insurer, link)).isEqualTo(WORTHLESS);
        assertThat(addresses.restore(insurer, link)).isFalse();
        assertThat(address()).isEqualTo(b + " CONFIRMED");
        leavings.sweep(Leavings.Leaving.FORMER_ADDRESSES);
        assertThat(rows()).isEmpty();
    }

    @Test
    void theFirstOfSeveralEndsThoseThatCameAfterIt() throws Exception {
        changeTo(b);
        changeTo(c);
        SecretToken ofA = linkTo(a);
        SecretToken ofB = linkTo(b);

        assertThat(addresses.restore(insurer, ofA)).isTrue();

        assertThat(address()).isEqualTo(a + " CONFIRMED");
        assertThat(addresses.look(insurer, ofB)).isEqualTo(WORTHLESS);
        assertThat(addresses.restore(insurer, ofB)).isFalse();
        assertThat(address()).isEqualTo(a + " CONFIRMED");
    }

    @Test
    void theSecondOfThemLeavesTheFirstAlive() throws Exception {
        changeTo(b);
        changeTo(c);
        SecretToken ofA = linkTo(a);

        assertThat(addresses.restore(insurer, linkTo(b))).isTrue();

        assertThat(address()).isEqualTo(b + " CONFIRMED");
        assertThat(addresses.restore(insurer, ofA)).isTrue();
        assertThat(address()).isEqualTo(a + " CONFIRMED");
    }

    /** Else the thief, whose address it is that is left then, would be sent one. */
    @Test
    void isNotSentToWhomTheMemberLeavesForTheAddressThatHeHadBefore() throws Exception {
        changeTo(b);
        SecretToken ofA = linkTo(a);
        clock.moveBy(Duration.ofMinutes(1));

        changeTo(a.toUpperCase(Locale.ROOT));

        Await.until("the notice", () -> mailbox.mailTo(b).size() == 3);
        assertThat(Mailbox.text(mailbox.mailTo(b).get(2))).doesNotContain("http");
        assertThat(rows()).hasSize(1);
        assertThat(addresses.look(insurer, ofA)).isInstanceOf(State.Good.class);
    }

    /** Whichever is first: the address is the member's in the end. */
    @Test
    void holdsWhileAFurtherChangeIsBeingConfirmed() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);
        change.enter(insurer, thief, new EmailAddress(c), Language.JA);
        String code = codeTo(c);

        OwnRequests.<Object>atOnce(
                List.of(() -> addresses.restore(insurer, link), () -> change.confirm(insurer, thief, code)));

        assertThat(address()).isEqualTo(a + " CONFIRMED");
        assertThat(rows()).as("only the one that was used").hasSize(1);
    }

    @Test
    void isNothingAtAnotherInsurersHost() throws Exception {
        changeTo(b);
        SecretToken link = linkTo(a);
        CurrentInsurer other = visiting.insurerOf(given.anAccount());

        assertThat(addresses.look(other, link)).isEqualTo(WORTHLESS);
        assertThat(addresses.restore(other, link)).isFalse();
        assertThat(address()).isEqualTo(b + " CONFIRMED");
    }

    @Test
    @Tag("ASVS-6.5.2")
    void canBeReadNowhereInTheDatabase() throws Exception {
        changeTo(b);

        assertThat(transactions.rows("select token_hash from former_address where account_id = ?1", account.id()))
                .hasToString("[" + linkTo(a).hash() + "]");
    }

    private void changeTo(String address) throws Exception {
        assertThat(change.enter(insurer, thief, new EmailAddress(address), Language.JA))
                .isEqualTo(new Change.Made());
        assertThat(change.confirm(insurer, thief, codeTo(address))).isEqualTo(new Change.Made());
    }

    private String codeTo(String address) throws Exception {
        return awaitIn(address, CODE).group(1);
    }

    private SecretToken linkTo(String address) throws Exception {
        Matcher link = awaitIn(address, LINK);
        assertThat(link.group(1)).isEqualTo(insurer.origin().uri().toString());
        return SecretToken.parse(link.group(2)).orElseThrow();
    }

    /** In the newest mail that has it. */
    private Matcher awaitIn(String address, Pattern what) throws Exception {
        Await.until(
                "a mail to " + address + " with " + what,
                () -> !textsWith(address, what).isEmpty());
        List<String> texts = textsWith(address, what);
        Matcher found = what.matcher(texts.get(texts.size() - 1));
        assertThat(found.find()).isTrue();
        return found;
    }

    private List<String> textsWith(String address, Pattern what) {
        return mailbox.mailTo(address).stream()
                .map(mail -> {
                    try {
                        return Mailbox.text(mail);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(text -> what.matcher(text).find())
                .toList();
    }

    private Account account() {
        return visiting.caller(account, visiting.begin(account)).account();
    }

    private String address() {
        return transactions
                .rows("select email || ' ' || email_state from account where id = ?1", account.id())
                .get(0)
                .toString();
    }

    private List<?> rows() {
        return rowsOf("former_address");
    }

    private List<?> rowsOf(String table) {
        return transactions.rows("select account_id from " + table + " where account_id = ?1", account.id());
    }
}
