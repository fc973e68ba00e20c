package jp.kenpo.portal.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.notices.Headline;
import jp.kenpo.portal.notices.InsurerNotice;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDraft.Days;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.NoticeWording;
import jp.kenpo.portal.notices.NoticeWording.Words;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.notices.Reader;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers tell members something from a day on and until another, and take it back. */
@InContainer
class NoticeDeskIT {

    private static final Change CHANGED_MEANWHILE = new Change.Refused(Refusal.of("notice.changed-meanwhile"));
    private static final Days ALWAYS = new Days(Optional.empty(), Optional.empty());

    @Inject
    NoticeDesk desk;

    @Inject
    NoticeDrafts drafts;

    @Inject
    Notices notices;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private CurrentInsurer insurer;
    private Account managersAccount;
    private Caller manager;
    private Reader reader;

    @BeforeEach
    void aManagerAndAReader() {
        Insurer own = given.anInsurer();
        insurer = visiting.insurer(own.id());
        managersAccount = given.staff(own, StaffRole.MANAGER);
        manager = visiting.atWork(managersAccount);
        reader = new Reader(own.id(), "9999", given.anAccount(own, "reader").id());
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), Clocks.JAPAN).plusDays(days);
    }

    private static NoticeWording wording(String title) {
        return NoticeWording.of(new Words(title, "本文"), new Words(title + " in English", "text"));
    }

    private NoticeDraft begin(String title, Days days) {
        return drafts.begin(insurer.id(), manager.accountId(), wording(title), days);
    }

    private Change publish(NoticeDraft draft) {
        return desk.publish(insurer, manager, draft.id(), draft.number());
    }

    private List<String> shown() {
        return notices.of(reader, 0, 10).stream()
                .map(headline -> headline.title(Language.JA))
                .toList();
    }

    private long published() {
        return notices.latest(insurer.id(), 0, 1).get(0).id();
    }

    private List<?> details(AuditEvent event) {
        return transactions.rows(
                "select detail from audit_entry where insurer_id = ?1 and event = ?2", insurer.id(), event.name());
    }

    @Test
    void aDraftIsNobodysToReadUntilItIsPublished() {
        NoticeDraft draft = begin("お知らせ", ALWAYS);
        assertThat(shown()).isEmpty();

        assertThat(publish(draft)).isEqualTo(new Change.Made());

        assertThat(shown()).containsExactly("お知らせ");
        assertThat(drafts.of(insurer.id())).isEmpty();
        assertThat(details(AuditEvent.NOTICE_PUBLISHED))
                .isEqualTo(List.of("by " + managersAccount.id() + ", manager; notice " + published()));
    }

    @Test
    void isShownFromTheBeginningOfADayUntilTheEndOfAnother() {
        publish(begin("二日だけ", new Days(Optional.of(inDays(1)), Optional.of(inDays(2)))));

        assertThat(shown()).isEmpty();
        InsurerNotice notice = notices.latest(insurer.id(), 0, 1).get(0);
        assertThat(notice.at(clock.instant())).isEqualTo(InsurerNotice.State.TO_COME);
        clock.moveBy(Duration.between(
                clock.instant(), inDays(1).atStartOfDay(Clocks.JAPAN).toInstant()));
        assertThat(shown()).containsExactly("二日だけ");
        clock.moveBy(Duration.ofHours(48).minusSeconds(5));
        assertThat(shown()).containsExactly("二日だけ");
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(shown()).isEmpty();
        assertThat(notice.at(clock.instant())).isEqualTo(InsurerNotice.State.OVER);
    }

    @Test
    void whoseFirstDayHasPassedComesOutNow() {
        publish(begin("遅れたお知らせ", new Days(Optional.of(inDays(-3)), Optional.empty())));

        Headline headline = notices.of(reader, 0, 1).get(0);

        assertThat(headline.day()).isEqualTo(inDays(0));
    }

    @Test
    void isSavedUnfinishedButNotPublished() {
        Words nothing = new Words("", "");
        NoticeDraft draft = drafts.begin(
                insurer.id(),
                manager.accountId(),
                NoticeWording.of(nothing, nothing),
                new Days(Optional.of(inDays(2)), Optional.of(inDays(1))));

        assertThat(drafts.lacks(insurer, draft))
                .extracting(Refusal::key)
                .containsExactly("notice.no-title", "notice.no-text", "notice.over-before-it-begins");
        assertThat(publish(draft)).isEqualTo(new Change.Refused(Refusal.of("notice.no-title")));
        assertThat(publish(begin("過ぎたお知らせ", new Days(Optional.empty(), Optional.of(inDays(-1))))))
                .isEqualTo(new Change.Refused(Refusal.of("notice.over-before-it-begins")));
        assertThat(shown()).isEmpty();
    }

    @Test
    void isTakenBackAndChangedAndReadAnew() {
        publish(begin("誤字あり", new Days(Optional.empty(), Optional.of(inDays(3)))));
        long notice = published();
        notices.markRead(reader, notice);
        assertThat(notices.readers(notice)).isEqualTo(1);

        assertThat(desk.takeBack(insurer, manager, notice)).isEqualTo(new Change.Made());

        assertThat(shown()).isEmpty();
        NoticeDraft draft = drafts.of(insurer.id()).get(0);
        assertThat(draft.days()).isEqualTo(new Days(Optional.of(inDays(0)), Optional.of(inDays(3))));
        assertThat(drafts.save(
                        insurer.id(), manager.accountId(), draft.id(), draft.number(), wording("正しい字"), draft.days()))
                .isEmpty();
        assertThat(desk.publish(insurer, manager, draft.id(), draft.number() + 1))
                .isEqualTo(new Change.Made());
        assertThat(notices.of(reader, 0, 10)).singleElement().satisfies(headline -> {
            assertThat(headline.title(Language.JA)).isEqualTo("正しい字");
            assertThat(headline.read()).isFalse();
        });
        assertThat(desk.takeBack(insurer, manager, notice)).isEqualTo(CHANGED_MEANWHILE);
        assertThat(details(AuditEvent.NOTICE_TAKEN_BACK))
                .isEqualTo(List.of("by " + managersAccount.id() + ", manager; notice " + notice));
    }

    @Test
    void nobodyWritesOverWhatHeHasNotSeen() {
        NoticeDraft draft = begin("一人目", ALWAYS);
        drafts.save(insurer.id(), manager.accountId(), draft.id(), 1, wording("二人目"), ALWAYS);

        assertThat(drafts.save(insurer.id(), manager.accountId(), draft.id(), 1, wording("見ないで"), ALWAYS))
                .contains(Refusal.of("notice.changed-meanwhile"));
        assertThat(desk.publish(insurer, manager, draft.id(), 1)).isEqualTo(CHANGED_MEANWHILE);
        assertThat(drafts.discard(insurer.id(), draft.id(), 1)).isFalse();
        assertThat(drafts.discard(insurer.id(), draft.id(), 2)).isTrue();
        assertThat(desk.publish(insurer, manager, draft.id(), 2)).isEqualTo(CHANGED_MEANWHILE);
    }

    @Test
    void ofManyWhoPublishAtOnceOneDoes() throws Exception {
        NoticeDraft draft = begin("一度だけ", ALWAYS);

        assertThat(OwnRequests.atOnce(8, () -> publish(draft)))
                .containsOnlyOnce(new Change.Made())
                .contains(CHANGED_MEANWHILE);
        assertThat(shown()).containsExactly("一度だけ");
    }

    @Test
    void asksForAFreshProof() {
        NoticeDraft draft = begin("お知らせ", ALWAYS);
        clock.moveBy(Duration.ofMinutes(6));

        assertThat(publish(draft)).isEqualTo(new Change.NotNow());
        assertThat(desk.takeBack(insurer, manager, 1)).isEqualTo(new Change.NotNow());
    }

    @Test
    void isForItsOwnInsurerAlone() {
        NoticeDraft draft = begin("よそには見えない", ALWAYS);
        CurrentInsurer other = visiting.insurer(given.anInsurer().id());

        assertThat(drafts.find(other.id(), draft.id())).isEmpty();
        assertThat(drafts.of(other.id())).isEmpty();
        assertThat(desk.publish(other, manager, draft.id(), 1)).isEqualTo(CHANGED_MEANWHILE);
        assertThat(drafts.discard(other.id(), draft.id(), 1)).isFalse();
        publish(draft);
        assertThat(notices.find(other.id(), published())).isEmpty();
        assertThat(desk.takeBack(other, manager, published())).isEqualTo(CHANGED_MEANWHILE);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void knowsTheSymbolsOfItsMembers() {
        assertThat(desk.isSymbol(insurer, "9999")).isTrue();
        assertThat(desk.isSymbol(insurer, "1234")).isFalse();
    }
}
