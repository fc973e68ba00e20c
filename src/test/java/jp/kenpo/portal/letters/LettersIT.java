package jp.kenpo.portal.letters;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.letters.Letters.Making;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers write to those who have not logged in for the first time. */
@InContainer
class LettersIT {

    private static final Making NOBODY = new Making.Refused(Refusal.of("letters.nobody"));

    @Inject
    Letters letters;

    @Inject
    LetterTexts texts;

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

    @BeforeEach
    void aManager() {
        own = given.anInsurer();
        insurer = visiting.insurer(own.id());
        managersAccount = given.staff(own, StaffRole.MANAGER);
        manager = visiting.atWork(managersAccount);
    }

    private Making make(LetterSelection selection) {
        return letters.make(insurer, manager, selection, "");
    }

    private LetterBatch made(LetterSelection selection) {
        return ((Making.Made) make(selection)).batch();
    }

    private List<String> pages(LetterBatch batch) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letters.take(insurer, manager, batch).orElseThrow().writeTo(out);
        return PrintedLetters.of(out.toByteArray()).pages();
    }

    private void set(Account account, String column, Object value) {
        transactions.change("update account set " + column + " = ?1 where id = ?2", value, account.id());
    }

    private void setOfMember(Account account, String column, Object value) {
        transactions.change(
                "update member set " + column + " = ?1 where id = ?2",
                value,
                account.memberId().orElseThrow());
    }

    @Test
    void writesOnceToEachInTheOrderOfTheirNumbers() throws Exception {
        given.anAccount(own, "first-one");
        given.anAccount(own, "second-one");

        LetterBatch batch = made(LetterSelection.FIRST);

        assertThat(batch.letters()).isEqualTo(2);
        assertThat(pages(batch))
                .satisfiesExactly(
                        page -> assertThat(page).contains("first-one", "整理番号" + batch.id() + "-1", "健保太郎様"),
                        page -> assertThat(page).contains("second-one", "整理番号" + batch.id() + "-2"));
        assertThat(make(LetterSelection.FIRST)).isEqualTo(NOBODY);
        assertThat(letters.latest(insurer, 10)).extracting(LetterBatch::id).containsExactly(batch.id());
    }

    @Test
    void writesToNobodyWhoCannotLogInByIt() {
        set(given.anAccount(own, "own-password"), "password_hash", "$argon2id$any");
        set(
                given.anAccount(own, "expired"),
                "initial_password_expires_at",
                clock.instant().atOffset(ZoneOffset.UTC));
        setOfMember(given.anAccount(own, "left"), "disqualified_on", LocalDate.of(2020, 4, 1));
        setOfMember(given.anAccount(own, "to-come"), "qualified_on", LocalDate.of(2099, 4, 1));
        given.anAccount(given.anInsurer(), "elsewhere");

        assertThat(make(LetterSelection.FIRST)).isEqualTo(NOBODY);
        assertThat(letters.latest(insurer, 10)).isEmpty();
    }

    @Test
    void writesAgainAfterAMonthToWhoHasNotLoggedIn() {
        Account waiting = given.anAccount(own, "waiting");
        Account logged = given.anAccount(own, "logged-in");
        made(LetterSelection.FIRST);
        set(logged, "password_hash", "$argon2id$any");
        given.anAccount(own, "never-written-to");
        assertThat(make(LetterSelection.AGAIN)).isEqualTo(NOBODY);

        clock.moveBy(Duration.ofDays(31));
        manager = visiting.atWork(managersAccount);

        assertThat(made(LetterSelection.AGAIN).letters()).isEqualTo(1);
        assertThat(make(LetterSelection.AGAIN)).isEqualTo(NOBODY);
        assertThat(lettersOf(waiting)).isEqualTo(2);
        assertThat(lettersOf(logged)).isEqualTo(1);
    }

    private int lettersOf(Account account) {
        return transactions
                .rows("select batch_id from letter where account_id = ?1", account.id())
                .size();
    }

    @Test
    void writesToThoseOfOneSymbol() throws Exception {
        given.anAccount(own, "other-symbol");
        setOfMember(given.anAccount(own, "wanted-one"), "symbol", "健保");

        assertThat(letters.make(insurer, manager, LetterSelection.FIRST, "無")).isEqualTo(NOBODY);
        Making.Made made = (Making.Made) letters.make(insurer, manager, LetterSelection.FIRST, "健保");

        assertThat(made.more()).isFalse();
        assertThat(pages(made.batch())).singleElement().asString().contains("wanted-one");
    }

    @Test
    void printsNoLetterForWhoHasAPasswordByThen() throws Exception {
        Account logged = given.anAccount(own, "logged-in");
        given.anAccount(own, "waiting");
        LetterBatch batch = made(LetterSelection.FIRST);
        set(logged, "password_hash", "$argon2id$any");

        assertThat(pages(batch)).singleElement().asString().contains("waiting").doesNotContain("logged-in");
    }

    @Test
    void isForItsOwnInsurerAlone() {
        given.anAccount(own, "waiting");
        LetterBatch batch = made(LetterSelection.FIRST);
        CurrentInsurer other = visiting.insurer(given.anInsurer().id());

        assertThat(letters.find(other, batch.id())).isEmpty();
        assertThat(letters.latest(other, 10)).isEmpty();
        assertThat(letters.find(insurer, batch.id())).isPresent();
    }

    @Test
    void standsInTheRecord() throws Exception {
        given.anAccount(own, "waiting");
        LetterBatch batch = made(LetterSelection.FIRST);
        pages(batch);
        texts.change(insurer, manager, new LetterWords("はじめ", "おわり"));

        String by = "by " + managersAccount.id() + ", manager";
        assertThat(details(AuditEvent.LETTERS_MADE)).isEqualTo(List.of(by + "; batch " + batch.id() + ", 1"));
        assertThat(details(AuditEvent.LETTERS_TAKEN)).isEqualTo(List.of(by + "; batch " + batch.id() + ", 1"));
        assertThat(details(AuditEvent.LETTER_WORDS_CHANGED)).isEqualTo(List.of(by));
    }

    private List<?> details(AuditEvent event) {
        return transactions.rows(
                "select detail from audit_entry where insurer_id = ?1 and event = ?2", own.id(), event.name());
    }

    @Test
    void saysWhatTheInsurerSaidLast() throws Exception {
        given.anAccount(own, "waiting");
        LetterBatch batch = made(LetterSelection.FIRST);
        assertThat(texts.of(insurer)).isEqualTo(LetterTexts.standard(InitialPasswordKind.DERIVED));

        Stream.of("前の文面", "今の文面").forEach(text -> texts.change(insurer, manager, new LetterWords(text, "草々")));

        assertThat(pages(batch))
                .singleElement()
                .asString()
                .contains("今の文面", "草々")
                .doesNotContain("前の文面");
        assertThat(texts.of(visiting.insurer(given.anInsurer().id())))
                .isEqualTo(LetterTexts.standard(InitialPasswordKind.DERIVED));
    }

    @Test
    void asksForAFreshProof() {
        given.anAccount(own, "waiting");
        clock.moveBy(Duration.ofMinutes(6));

        assertThat(make(LetterSelection.FIRST)).isEqualTo(new Making.NotNow());
        assertThat(texts.change(insurer, manager, new LetterWords("はじめ", "おわり")))
                .isEqualTo(new Change.NotNow());
    }
}
