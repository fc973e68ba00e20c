package jp.kenpo.portal.letters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.helpdesk.Deed;
import jp.kenpo.portal.helpdesk.Grounds;
import jp.kenpo.portal.helpdesk.HelpRequests;
import jp.kenpo.portal.helpdesk.IdentityCheck;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SignIn;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where initial passwords are printed in letters, a letter is what a member logs in with for the first time. */
@InContainer
class LetterPasswordIT {

    private static final NetworkAddress HERE = NetworkAddress.of("192.0.2.7");
    private static final Pattern PRINTED = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static final Proving WRONG = Proving.refused("password.wrong");

    @Inject
    Letters letters;

    @Inject
    SignIn signIn;

    @Inject
    Accounts accounts;

    @Inject
    HelpRequests requests;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer own;
    private CurrentInsurer insurer;
    private Account managersAccount;
    private Caller manager;
    private Account member;

    @BeforeEach
    void aMemberWhoIsToBeWrittenTo() {
        own = given.anInsurer();
        insurer = visiting.whereLettersTell(own);
        managersAccount = given.staff(own, StaffRole.MANAGER);
        manager = visiting.atWork(managersAccount);
        member = given.anAccount(own, "hanako2026");
    }

    private LetterBatch write() {
        return ((Letters.Making.Made) letters.make(insurer, manager, LetterSelection.FIRST, "")).batch();
    }

    private List<String> pages(LetterBatch batch) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letters.take(insurer, manager, batch).orElseThrow().writeTo(out);
        return PrintedLetters.of(out.toByteArray()).pages();
    }

    private String printed(LetterBatch batch) throws Exception {
        Matcher password = PRINTED.matcher(pages(batch).get(0));
        assertThat(password.find()).isTrue();
        return password.group();
    }

    private Proving tryWith(String password) {
        return signIn.withPassword(insurer, member.userId(), password, HERE, "");
    }

    private void setsHisOwn() throws Exception {
        transactions.commit(() -> accounts.lock(member.id())
                .setPassword(PasswordHash.of("own", new byte[PasswordHash.saltBytes()]), clock.instant()));
    }

    @Test
    @Tag("ASVS-6.4.1")
    void whatIsPrintedLetsInHoweverItIsTypedAndWhatEverybodyKnowsDoesNot() throws Exception {
        String password = printed(write());

        assertThat(tryWith(given.resetPassword(member))).isEqualTo(WRONG);
        assertThat(tryWith(password)).isInstanceOf(Proving.Proved.class);
        assertThat(tryWith(password.replace("-", "").toLowerCase(Locale.ROOT))).isInstanceOf(Proving.Proved.class);
        assertThat(tryWith(password.substring(1))).isEqualTo(WRONG);
        assertThat(tryWith("")).isEqualTo(WRONG);
    }

    @Test
    void nobodyLogsInBeforeHeIsWrittenTo() {
        assertThat(tryWith(given.resetPassword(member))).isEqualTo(WRONG);
        assertThat(tryWith("")).isEqualTo(WRONG);
    }

    /** Who has two letters at home need not know which is the later. */
    @Test
    void aSecondLetterSaysTheSame() throws Exception {
        String password = printed(write());
        clock.moveBy(Duration.ofDays(31));
        manager = visiting.atWork(managersAccount);

        Letters.Making again = letters.make(insurer, manager, LetterSelection.AGAIN, "");

        assertThat(printed(((Letters.Making.Made) again).batch())).isEqualTo(password);
    }

    @Test
    void isNobodyElses() throws Exception {
        Account other = given.anAccount(own, "jiro2026");
        LetterBatch both = write();

        String first = printed(both);

        assertThat(signIn.withPassword(insurer, other.userId(), first, HERE, ""))
                .isEqualTo(WRONG);
    }

    @Test
    @Tag("ASVS-6.4.1")
    void endsWithTheMembersOwnPassword() throws Exception {
        String password = printed(write());

        setsHisOwn();

        assertThat(tryWith(password)).isEqualTo(WRONG);
        assertThat(transactions.rows(
                        "select id from account where id = ?1 and sealed_letter_secret is null", member.id()))
                .hasSize(1);
    }

    /** The letter may have come into other hands. */
    @Test
    void isWorthlessOnceStaffMakeAnotherLetter() throws Exception {
        LetterBatch first = write();
        String former = printed(first);
        String begun = ((Proving.Proved) tryWith(former)).token().hash();
        assertThat(visiting.visit(own.id(), begun).caller()).isPresent();

        transactions.commit(() -> letters.makeFor(insurer, manager, accounts.lock(member.id())));

        assertThat(tryWith(former)).isEqualTo(WRONG);
        assertThat(visiting.visit(own.id(), begun).caller()).isEmpty();
        assertThat(letters.take(insurer, manager, first)).isEmpty();
        String next = printed(letters.findFor(insurer, member.id()).orElseThrow());
        assertThat(next).isNotEqualTo(former);
        assertThat(tryWith(next)).isInstanceOf(Proving.Proved.class);
    }

    /** Else whoever prints many letters would find his among them, and nobody knew who had it. */
    @Test
    @Tag("ASVS-6.4.6")
    void ofWhomStaffHaveRecognisedIsInHisOwnLetterAlone() throws Exception {
        LetterBatch batch = write();
        setsHisOwn();
        Grounds grounds =
                new Grounds(HelpReason.FORGOTTEN_PASSWORD, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));

        assertThat(requests.ask(insurer, manager, member.id(), Deed.PASSWORD_RESET, grounds, Optional.empty()))
                .isEqualTo(new Change.Made());

        assertThat(letters.take(insurer, manager, batch)).isEmpty();
        assertThat(letters.make(insurer, manager, LetterSelection.FIRST, ""))
                .isInstanceOf(Letters.Making.Refused.class);
        assertThat(tryWith(printed(letters.findFor(insurer, member.id()).orElseThrow())))
                .isInstanceOf(Proving.Proved.class);
    }

    @Test
    void whatIsTooOldIsDrawnOnceMoreAndWorksFromThen() throws Exception {
        String former = printed(write());
        transactions.change(
                "update account set initial_password_expires_at = ?2 where id = ?1",
                member.id(),
                clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));

        String next = printed(write());

        assertThat(tryWith(next)).isInstanceOf(Proving.Proved.class);
        assertThat(tryWith(former)).isEqualTo(WRONG);
    }

    /** What was made before it is printed in letters says nothing that lets in. */
    @Test
    void aLetterWithoutOneIsNotTaken() throws Exception {
        Insurer another = given.anInsurer();
        manager = visiting.atWork(given.staff(another, StaffRole.MANAGER));
        given.anAccount(another, "saburo2026");
        insurer = visiting.insurer(another.id());
        LetterBatch batch = write();
        assertThat(pages(batch)).hasSize(1);

        insurer = visiting.whereLettersTell(another);

        assertThat(letters.take(insurer, manager, batch)).isEmpty();
    }

    /** He logs in this very moment, and waits for what those wait for who make letters. */
    @Test
    void nobodyIsWaitedForWhoseAccountChangesMeanwhile() throws Exception {
        Account other = given.anAccount(own, "jiro2026");
        List<Letters.Making> made = new ArrayList<>();

        transactions.commit(() -> {
            accounts.lock(member.id());
            made.addAll(OwnRequests.atOnce(1, () -> letters.make(insurer, manager, LetterSelection.FIRST, "")));
            made.addAll(OwnRequests.atOnce(1, () -> letters.make(insurer, manager, LetterSelection.FIRST, "")));
        });

        assertThat(letters.firstTo(other.id())).isPresent();
        assertThat(letters.firstTo(member.id())).isEmpty();
        assertThat(made)
                .satisfiesExactly(
                        some -> assertThat(((Letters.Making.Made) some).more()).isTrue(),
                        none -> assertThat(none)
                                .isEqualTo(new Letters.Making.Refused(Refusal.of("letters.logging-in"))));
        assertThat(letters.make(insurer, manager, LetterSelection.FIRST, "")).isInstanceOf(Letters.Making.Made.class);
        assertThat(letters.firstTo(member.id())).isPresent();
    }

    /** What they were told before does not let them in any more. */
    @Test
    void whoWasWrittenToBeforeIsWrittenToAgainAtOnce() throws Exception {
        Insurer another = given.anInsurer();
        Caller theirs = visiting.atWork(given.staff(another, StaffRole.MANAGER));
        given.anAccount(another, "saburo2026");
        CurrentInsurer before = visiting.insurer(another.id());
        assertThat(letters.make(before, theirs, LetterSelection.FIRST, "")).isInstanceOf(Letters.Making.Made.class);

        CurrentInsurer after = visiting.whereLettersTell(another);

        assertThat(letters.make(after, theirs, LetterSelection.FIRST, "")).isInstanceOf(Letters.Making.Made.class);
        assertThat(letters.make(after, theirs, LetterSelection.FIRST, "")).isInstanceOf(Letters.Making.Refused.class);
    }

    @Test
    void theDatabaseHasItSealed() throws Exception {
        String password = printed(write());

        List<?> kept = transactions.rows("select sealed_letter_secret from account where id = ?1", member.id());

        assertThat(new String((byte[]) kept.get(0), ISO_8859_1)).doesNotContain(password, password.replace("-", ""));
    }
}
