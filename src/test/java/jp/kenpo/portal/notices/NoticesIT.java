package jp.kenpo.portal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class NoticesIT {

    @Inject
    Notices notices;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer insurer;
    private Reader reader;
    private Instant now;

    @BeforeEach
    void aMember() {
        insurer = given.anInsurer();
        reader = readerOf(given.anAccount(insurer, "testuser"));
        now = clock.instant();
    }

    @Test
    void whatIsImportantComesFirstThenTheNewest() {
        add("old", now.minusSeconds(30));
        notices.add(new InsurerNotice(insurer.id(), wording("important").important(), now.minusSeconds(20)));
        add("new", now);

        assertThat(titles(0, 10)).containsExactly("important", "new", "old");
        assertThat(titles(0, 2)).containsExactly("important", "new");
        assertThat(titles(2, 2)).containsExactly("old");
    }

    @Test
    void eachIsShownFromItsBeginningUntilItsEnd() {
        InsurerNotice notice = notices.add(notice("soon", now.plusSeconds(60)).until(now.plusSeconds(120)));

        assertThat(isShown(reader, notice)).isFalse();
        clock.moveBy(Duration.ofSeconds(60));
        assertThat(isShown(reader, notice)).isTrue();
        clock.moveBy(Duration.ofSeconds(60));
        assertThat(isShown(reader, notice)).isFalse();
    }

    @Test
    @Tag("ASVS-8.4.1")
    void nobodyIsShownAnotherInsurers() {
        InsurerNotice own = add("own", now);
        Reader stranger = readerOf(given.anAccount());

        assertThat(isShown(reader, own)).isTrue();
        assertThat(isShown(stranger, own)).isFalse();
    }

    @Test
    void oneForAnotherSymbolIsNotHis() {
        InsurerNotice others =
                notices.add(new InsurerNotice(insurer.id(), wording("others").onlyFor("1234"), now));
        InsurerNotice his =
                notices.add(new InsurerNotice(insurer.id(), wording("his").onlyFor("9999"), now));

        assertThat(isShown(reader, others)).isFalse();
        assertThat(isShown(reader, his)).isTrue();
    }

    @Test
    void itIsReadByWhomSaysSoAndByNobodyElse() {
        InsurerNotice notice = add("read", now);
        Reader neighbour = readerOf(given.anAccount(insurer, "neighbour"));

        boolean noted = notices.markRead(reader, notice.id());

        assertThat(noted).isTrue();
        assertThat(notices.of(reader, 0, 10)).allMatch(Headline::read);
        assertThat(notices.of(neighbour, 0, 10)).noneMatch(Headline::read);
        assertThat(notices.find(reader, notice.id()).orElseThrow().read()).isTrue();
    }

    @Test
    @Tag("ASVS-3.5.3")
    void toOpenItChangesNothing() {
        InsurerNotice notice = add("opened", now);

        notices.find(reader, notice.id());

        assertThat(readings(notice)).isZero();
    }

    @Test
    void aSecondClickIsNoFault() throws Exception {
        InsurerNotice notice = add("twice", now);
        Callable<Boolean> click = () -> notices.markRead(reader, notice.id());

        assertThat(OwnRequests.atOnce(2, click)).containsOnly(true);
        assertThat(notices.markRead(reader, notice.id())).isTrue();
        assertThat(readings(notice)).isOne();
    }

    /** Else whoever tries all numbers could write a row for each. */
    @Test
    void whatIsNotHisNowIsNotNoted() {
        InsurerNotice foreign = notices.add(new InsurerNotice(given.anInsurer().id(), wording("foreign"), now));
        InsurerNotice coming = add("coming", now.plusSeconds(60));
        InsurerNotice over = notices.add(notice("over", now.minusSeconds(60)).until(now));

        assertThat(notices.markRead(reader, foreign.id())).isFalse();
        assertThat(notices.markRead(reader, coming.id())).isFalse();
        assertThat(notices.markRead(reader, over.id())).isFalse();
        assertThat(notices.markRead(reader, 0)).isFalse();
        assertThat(transactions.rows("select notice_id from notice_read where account_id = ?1", reader.accountId()))
                .isEmpty();
    }

    private InsurerNotice add(String title, Instant from) {
        return notices.add(notice(title, from));
    }

    private InsurerNotice notice(String title, Instant from) {
        return new InsurerNotice(insurer.id(), wording(title), from);
    }

    private static NoticeWording wording(String title) {
        NoticeWording.Words words = new NoticeWording.Words(title, "text");
        return NoticeWording.of(words, words);
    }

    private Reader readerOf(Account account) {
        return new Reader(account.insurerId(), "9999", account.id());
    }

    private boolean isShown(Reader whom, InsurerNotice notice) {
        boolean listed = notices.of(whom, 0, 10).stream().anyMatch(headline -> headline.id() == notice.id());
        assertThat(notices.find(whom, notice.id()).isPresent()).isEqualTo(listed);
        return listed;
    }

    private List<String> titles(int skipped, int most) {
        return notices.of(reader, skipped, most).stream()
                .map(headline -> headline.title(Language.JA))
                .toList();
    }

    private int readings(InsurerNotice notice) {
        return transactions
                .rows("select account_id from notice_read where notice_id = ?1", notice.id())
                .size();
    }
}
