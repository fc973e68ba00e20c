package jp.kenpo.portal.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.selfservice.HistoryWord;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Leavings;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.SupportCodes;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff see where somebody is stuck who reads them a code, and can have him begin anew. */
@InContainer
class SupportDeskIT {

    private static final Refusal NOBODY = Refusal.of("support-code.nobody");

    @Inject
    SupportDesk desk;

    @Inject
    SupportCodes codes;

    @Inject
    GuessBudgets budgets;

    @Inject
    Leavings leavings;

    @Inject
    AuditLog audit;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private CurrentInsurer insurer;
    private Account member;
    private Caller own;
    private Caller staff;

    @BeforeEach
    void aMemberAndStaff() {
        Insurer society = given.anInsurer();
        insurer = visiting.insurer(society.id());
        member = given.anAccount(society, "stuck");
        own = visiting.beginAsCaller(member);
        staff = visiting.atWork(given.staff(society, StaffRole.HELP_DESK));
    }

    private String code() {
        codes.show(own);
        return codes.look(own).orElseThrow().code();
    }

    private SupportDesk.Finding find(String code) {
        return desk.find(insurer, staff, code);
    }

    private SupportDesk.Finding.Found found(String code) {
        return (SupportDesk.Finding.Found) find(code);
    }

    @Test
    void theCodeSaysWhereItsMemberIs() {
        SupportDesk.Finding.Found found = found(code());

        assertThat(found.visit().step()).isEqualTo(new SignInStep.NeedsBirthDate());
        assertThat(found.visit().account().id()).isEqualTo(member.id());
        assertThat(found.last()).isEmpty();
        assertThat(found.heldUp()).isFalse();
    }

    @Test
    void andWhatWentWrongLastWithHisAccount() throws Exception {
        String code = code();
        for (AuditEvent event : List.of(AuditEvent.BIRTH_DATE_REFUSED, AuditEvent.PASSWORD_REFUSED)) {
            clock.moveBy(Duration.ofSeconds(5));
            transactions.commit(() -> audit.record(event, insurer.id(), member.id()));
        }
        for (int i = 0; i < 5; i++) {
            budgets.reserve(
                    Budget.of(Budget.Kind.BIRTH_DATE, member.id()),
                    InsurerPolicy.standard().guesses());
        }

        SupportDesk.Finding.Found found = found(code);

        assertThat(found.last().orElseThrow().word()).isEqualTo(HistoryWord.BIRTH_DATE_REFUSED);
        assertThat(found.heldUp()).isTrue();
    }

    @Test
    void worksForTenMinutesAndUntilItIsShownAnew() {
        String first = code();
        clock.moveBy(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(codes.look(own).orElseThrow().code()).isEqualTo(first);
        assertThat(find(first)).isInstanceOf(SupportDesk.Finding.Found.class);

        String second = code();
        assertThat(find(first)).isEqualTo(new SupportDesk.Finding.Refused(NOBODY));
        clock.moveBy(Duration.ofMinutes(10));
        assertThat(codes.look(own)).isEmpty();
        assertThat(find(second)).isEqualTo(new SupportDesk.Finding.Refused(NOBODY));
    }

    @Test
    void isNobodysAtAnotherInsurer() {
        String code = code();
        Insurer foreign = given.anInsurer();
        Caller theirs = visiting.atWork(given.staff(foreign, StaffRole.HELP_DESK));

        assertThat(desk.find(visiting.insurer(foreign.id()), theirs, code))
                .isEqualTo(new SupportDesk.Finding.Refused(NOBODY));
        assertThat(desk.end(visiting.insurer(foreign.id()), theirs, code)).isEqualTo(new Change.Refused(NOBODY));
    }

    @Test
    void whoTriesManyCodesWaitsAndTheRightOneWipesTheCount() {
        String right = code();
        for (int i = 0; i < 4; i++) {
            assertThat(find("wrong" + i)).isEqualTo(new SupportDesk.Finding.Refused(NOBODY));
        }
        assertThat(find(right)).isInstanceOf(SupportDesk.Finding.Found.class);
        for (int i = 0; i < 5; i++) {
            assertThat(find("wrong" + i)).isEqualTo(new SupportDesk.Finding.Refused(NOBODY));
        }

        assertThat(((SupportDesk.Finding.Refused) find(right)).why().key()).isEqualTo("support-code.wait");
    }

    @Test
    void aStrangersGuessesAtThePasswordAreNotHisWait() {
        for (int i = 0; i < 5; i++) {
            budgets.reserve(
                    Budget.ofPassword(insurer.id(), member.userId().value(), Optional.empty()),
                    InsurerPolicy.standard().guesses());
        }

        assertThat(found(code()).heldUp()).isFalse();
    }

    @Test
    void whoReadsItBeginsAnewAndIsToldWhoLooked() {
        Caller elsewhere = visiting.beginAsCaller(member);
        String code = code();
        find(code);

        assertThat(desk.end(insurer, staff, code)).isEqualTo(new Change.Made());

        assertThat(visiting.visit(insurer.id(), own.tokenHash()).caller()).isEmpty();
        assertThat(visiting.visit(insurer.id(), elsewhere.tokenHash()).caller())
                .as("signed in elsewhere")
                .isPresent();
        assertThat(find(code)).isEqualTo(new SupportDesk.Finding.Refused(NOBODY));
        assertThat(transactions.rows(
                        "select detail from audit_entry where account_id = ?1 and event = ?2",
                        member.id(),
                        AuditEvent.SUPPORT_CODE_TAKEN.name()))
                .isEqualTo(Collections.nCopies(2, "by " + staff.accountId() + ", help-desk; support-code"));
    }

    @Test
    void whoTriesCodesToEndVisitsWaitsTooAndStandsInTheRecord() {
        for (int i = 0; i < 5; i++) {
            assertThat(desk.end(insurer, staff, "wrong" + i)).isEqualTo(new Change.Refused(NOBODY));
        }

        assertThat(((Change.Refused) desk.end(insurer, staff, code())).why().key())
                .isEqualTo("support-code.wait");
        assertThat(transactions.rows(
                        "select detail from audit_entry where insurer_id = ?1 and event = ?2",
                        insurer.id(),
                        AuditEvent.SUPPORT_CODE_REFUSED.name()))
                .isEqualTo(Collections.nCopies(5, "by " + staff.accountId() + ", help-desk"));
    }

    @Test
    void whoSignsOutMeanwhileHasNone() {
        transactions.change("delete from sign_in_session where id = ?1", own.sessionId());

        codes.show(own);

        assertThat(codes.look(own)).isEmpty();
    }

    @Test
    void whoProvedHimselfLongAgoEndsNothing() {
        clock.moveBy(Duration.ofMinutes(6));
        own = visiting.beginAsCaller(member);
        String code = code();

        assertThat(desk.end(insurer, staff, code)).isEqualTo(new Change.NotNow());
        assertThat(visiting.visit(insurer.id(), own.tokenHash()).caller()).isPresent();
    }

    @Test
    void isSweptAway() {
        code();
        clock.moveBy(Duration.ofMinutes(11));

        leavings.sweep(Leavings.Leaving.SUPPORT_CODES);

        assertThat(transactions.rows("select code from support_code where session_id = ?1", own.sessionId()))
                .isEmpty();
    }
}
