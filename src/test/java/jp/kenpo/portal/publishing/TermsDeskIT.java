package jp.kenpo.portal.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.figures.TermsFigures;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDraft;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.terms.TermsWording;
import jp.kenpo.portal.terms.TermsWording.Twice;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers write the next terms, have them hold from a day on, and see who accepted them. */
@InContainer
class TermsDeskIT {

    private static final Refusal CHANGED_MEANWHILE = Refusal.of("terms.changed-meanwhile");

    @Inject
    TermsDesk desk;

    @Inject
    TermsDrafts drafts;

    @Inject
    Terms terms;

    @Inject
    TermsFigures figures;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer own;
    private Account managersAccount;
    private Caller manager;

    @BeforeEach
    void aManager() {
        own = given.anInsurer();
        managersAccount = given.staff(own, StaffRole.MANAGER);
        manager = visiting.atWork(managersAccount);
    }

    /** As the next request sees it. */
    private CurrentInsurer insurer() {
        return visiting.insurer(own.id());
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), Clocks.JAPAN).plusDays(days);
    }

    private TermsWording from(int days, String text) {
        return TermsWording.of(Optional.of(inDays(days)), new Twice(text, text + " in English"));
    }

    private Optional<Refusal> save(long seen, TermsWording wording) {
        return drafts.save(insurer(), manager.accountId(), seen, wording);
    }

    /** What is there now. */
    private Change publish() {
        return desk.publish(insurer(), manager, number());
    }

    /** Of the latest saving. */
    private long number() {
        return drafts.find(insurer()).orElseThrow().number();
    }

    private TermsVersion current() {
        return terms.inForce(insurer()).current();
    }

    private List<?> details(AuditEvent event) {
        return transactions.rows(
                "select detail from audit_entry where insurer_id = ?1 and event = ?2", own.id(), event.name());
    }

    private void accept(Account account) throws Exception {
        TermsVersion version = current();
        transactions.commit(() -> terms.accept(account.id(), version, Language.JA));
    }

    @Test
    void whatIsPublishedHoldsFromItsDayOn() {
        assertThat(save(0, from(2, "二版").telling(new Twice("変更", "changes")).askedAgain()))
                .isEmpty();
        assertThat(terms.announced(insurer())).as("a draft").isEmpty();

        assertThat(publish()).isEqualTo(new Change.Made());

        assertThat(terms.announced(insurer()).map(TermsVersion::number)).contains(2);
        assertThat(current().number()).isEqualTo(1);
        assertThat(drafts.find(insurer())).isEmpty();
        clock.moveBy(Duration.ofDays(2));
        assertThat(current().text(Language.EN)).isEqualTo("二版 in English");
        assertThat(terms.inForce(insurer()).leastAccepted()).isEqualTo(2);
        assertThat(terms.inForce(insurer()).changesSince(1, Language.JA)).containsExactly("変更");
        assertThat(terms.announced(insurer())).isEmpty();
        assertThat(details(AuditEvent.TERMS_PUBLISHED))
                .isEqualTo(List.of("by " + managersAccount.id() + ", manager; version 2, from "
                        + current().effectiveOn() + ", asked again"));
    }

    @Test
    void aDraftIsSavedUnfinishedButNotPublished() {
        TermsWording unfinished = TermsWording.of(Optional.empty(), new Twice("二版", ""));
        save(0, unfinished.askedAgain());

        assertThat(publish()).isEqualTo(new Change.Refused(Refusal.of("terms.no-day")));
        assertThat(drafts.lacks(insurer(), drafts.find(insurer()).orElseThrow()))
                .extracting(Refusal::key)
                .containsExactly("terms.no-day", "terms.no-text", "terms.no-changes");
        save(number(), from(-1, "二版"));
        assertThat(publish()).isEqualTo(new Change.Refused(Refusal.of("terms.day-past")));
        save(number(), TermsWording.of(Optional.of(inDays(0)), new Twice("# 利用規約", "# Terms of use")));
        assertThat(publish()).isEqualTo(new Change.Refused(Refusal.of("terms.same-text")));
        assertThat(terms.versions(insurer())).hasSize(1);
    }

    @Test
    void isTakenBackUntilItsDayHasCome() {
        save(0, from(2, "二版"));
        publish();

        assertThat(desk.takeBack(insurer(), manager, 1)).isEqualTo(new Change.Refused(Refusal.of("terms.in-force")));
        assertThat(desk.takeBack(insurer(), manager, 2)).isEqualTo(new Change.Made());

        assertThat(terms.announced(insurer())).isEmpty();
        assertThat(drafts.find(insurer()).map(TermsDraft::wording).map(words -> words.text(Language.JA)))
                .contains("二版");
        assertThat(publish()).isEqualTo(new Change.Made());
        clock.moveBy(Duration.ofDays(2));
        manager = visiting.atWork(managersAccount);
        assertThat(desk.takeBack(insurer(), manager, 2)).isEqualTo(new Change.Refused(Refusal.of("terms.in-force")));
        assertThat(current().number()).isEqualTo(2);
        assertThat(details(AuditEvent.TERMS_TAKEN_BACK))
                .isEqualTo(List.of("by " + managersAccount.id() + ", manager; version 2"));
    }

    @Test
    void nobodyWritesOverWhatHeHasNotSeen() {
        save(0, from(2, "一人目"));
        long first = number();

        assertThat(save(0, from(2, "二人目"))).contains(CHANGED_MEANWHILE);
        assertThat(save(first, from(2, "見てから"))).isEmpty();
        assertThat(desk.publish(insurer(), manager, first)).isEqualTo(new Change.Refused(CHANGED_MEANWHILE));
        assertThat(drafts.discard(insurer(), first)).isFalse();
        assertThat(publish()).isEqualTo(new Change.Made());
        assertThat(save(0, from(3, "次の次"))).as("while one is announced").contains(CHANGED_MEANWHILE);
    }

    /** Else a page that was left open would write over another draft. */
    @Test
    void aNewDraftIsNotTakenForTheOneBefore() {
        save(0, from(2, "捨てる下書き"));
        long before = number();
        drafts.discard(insurer(), before);
        save(0, from(2, "新しい下書き"));

        assertThat(save(before, from(2, "古いページから"))).contains(CHANGED_MEANWHILE);
        assertThat(desk.publish(insurer(), manager, before)).isEqualTo(new Change.Refused(CHANGED_MEANWHILE));
    }

    @Test
    void ofManyWhoBeginAtOnceOneIsSaved() throws Exception {
        CurrentInsurer insurer = insurer();
        Callable<Optional<Refusal>> begin = () -> drafts.save(insurer, manager.accountId(), 0, from(2, "誰かの版"));

        assertThat(AtOnce.from(8, begin)).containsOnlyOnce(Optional.empty()).contains(Optional.of(CHANGED_MEANWHILE));
    }

    @Test
    void ofManyWhoPublishAtOnceOneDoes() throws Exception {
        save(0, from(2, "二版"));
        CurrentInsurer insurer = insurer();
        long draft = number();

        List<Change> outcomes = OwnRequests.atOnce(8, () -> desk.publish(insurer, manager, draft));

        assertThat(outcomes).containsOnlyOnce(new Change.Made()).contains(new Change.Refused(CHANGED_MEANWHILE));
        assertThat(terms.versions(insurer())).hasSize(2);
    }

    @Test
    void aDraftIsThrownAway() {
        save(0, from(2, "二版"));
        long number = number();

        assertThat(drafts.discard(insurer(), number)).isTrue();

        assertThat(drafts.find(insurer())).isEmpty();
        assertThat(desk.publish(insurer(), manager, number)).isEqualTo(new Change.Refused(CHANGED_MEANWHILE));
    }

    @Test
    void asksForAFreshProof() {
        save(0, from(2, "二版"));
        clock.moveBy(Duration.ofMinutes(6));

        assertThat(publish()).isEqualTo(new Change.NotNow());
        assertThat(desk.takeBack(insurer(), manager, 2)).isEqualTo(new Change.NotNow());
        assertThat(save(number(), from(2, "まだ書ける"))).isEmpty();
    }

    @Test
    void isForItsOwnInsurerAlone() {
        CurrentInsurer other = visiting.insurer(given.anInsurer().id());
        save(0, from(2, "二版"));
        publish();

        assertThat(drafts.find(other)).isEmpty();
        assertThat(terms.announced(other)).isEmpty();
        assertThat(terms.find(other, 2)).isEmpty();
        assertThat(desk.takeBack(other, manager, 2)).isEqualTo(new Change.Refused(Refusal.of("terms.in-force")));
        assertThat(terms.announced(insurer())).isPresent();
    }

    @Test
    void whoAcceptedWhatIsCountedAndListed() throws Exception {
        Account first = given.anAccount(own, "accepted-first");
        Account both = given.anAccount(own, "accepted-both");
        given.anAccount(own, "accepted-none");
        accept(given.anAccount(given.anInsurer(), "elsewhere"));
        accept(first);
        accept(both);
        save(0, from(0, "二版").telling(new Twice("変更", "changes")).askedAgain());
        publish();
        accept(both);

        TermsFigures.Counted counted = figures.of(insurer());

        assertThat(counted.people()).isEqualTo(3);
        assertThat(counted.accepted(1)).isEqualTo(2);
        assertThat(counted.accepted(2)).isEqualTo(1);
        assertThat(counted.acceptedFrom(1)).isEqualTo(2);
        assertThat(counted.acceptedBefore(2)).isEqualTo(1);
        List<TermsDesk.Acceptance> accepted = desk.acceptances(insurer(), 1, 0, 10);
        assertThat(accepted).extracting(one -> one.userId().value()).containsExactly("accepted-first", "accepted-both");
        assertThat(accepted.get(0).sha256())
                .isEqualTo(terms.find(insurer(), 1).orElseThrow().sha256(Language.JA));
        assertThat(desk.acceptances(insurer(), 1, accepted.get(0).id(), 10)).hasSize(1);
        assertThat(terms.acceptedBy(both.id()))
                .extracting(one -> one.number() + one.language().code())
                .containsExactly("2ja", "1ja");
    }
}
