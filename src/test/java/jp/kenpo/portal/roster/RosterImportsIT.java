package jp.kenpo.portal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.roster.RosterImports.Bringing;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An insurer's staff bring a file of members, see what it would change, and have it taken over. */
@InContainer
class RosterImportsIT {

    private static final String HEADINGS = "記号,番号,枝番,氏名,カナ,生年月日,ユーザID,メールアドレス,資格取得日,資格喪失日\n";
    private static final String HANAKO = "1,10,01,見本 花子,ミホン ハナコ,S55.12.1,Hanako-1,hanako@example.jp,2000/4/1,\n";
    private static final String TARO = "1,10,02,見本 太郎,ミホン タロウ,S53.1.2,,,2000/4/1,\n";

    private static final Change MADE = new Change.Made();

    @Inject
    RosterImports imports;

    @Inject
    RosterRunner runner;

    @Inject
    RosterFiles files;

    @Inject
    RosterFaults faults;

    @Inject
    RosterTidier tidier;

    @Inject
    Given given;

    @Inject
    Visiting visiting;

    @Inject
    Transactions transactions;

    @Inject
    AuditLog audit;

    @Inject
    MovableClock clock;

    private CurrentInsurer insurer;
    private Caller staff;

    @BeforeEach
    void anInsurerWithoutMembers() {
        Insurer own = given.anInsurer();
        insurer = visiting.insurer(own.id());
        staff = visiting.atWork(given.staff(own, StaffRole.MANAGER));
    }

    private long bring(RosterScope scope, String text) {
        return ((Bringing.Brought) files.bring(insurer, staff, scope, text)).importId();
    }

    private static Change refused(Refusal why) {
        return new Change.Refused(why);
    }

    private RosterImport await(long importId, ImportState state) {
        Await.until(
                "import " + importId + " to be " + state,
                () -> imported(importId).state() == state);
        return imported(importId);
    }

    private RosterImport imported(long importId) {
        return imports.find(insurer, importId).orElseThrow();
    }

    private RosterImport checked(RosterScope scope, String rows) {
        return await(bring(scope, HEADINGS + rows), ImportState.CHECKED);
    }

    private RosterImport takenOver(RosterScope scope, String rows) {
        RosterImport roster = checked(scope, rows);
        assertThat(imports.run(insurer, staff, roster.id(), true)).isEqualTo(MADE);
        return await(roster.id(), ImportState.DONE);
    }

    private List<?> members() {
        return transactions.rows(
                "select name, disqualified_on from member where insurer_id = ?1 order by symbol, number, branch",
                insurer.id());
    }

    private List<?> names() {
        return transactions.rows(
                "select name from member where insurer_id = ?1 and (disqualified_on is null or disqualified_on > ?2)"
                        + " order by symbol, number, branch",
                insurer.id(),
                LocalDate.now(clock));
    }

    private List<?> userIds() {
        return transactions.rows(
                "select user_id from account where insurer_id = ?1 and member_id is not null order by id",
                insurer.id());
    }

    @Test
    void whoIsNewHasAnAccountAndOneUserIdOfHisOwn() {
        RosterImport roster = takenOver(RosterScope.WHOLE, HANAKO + TARO);

        assertThat(roster.added()).isEqualTo(2);
        assertThat(names().stream().map(Object::toString)).containsExactly("見本 花子", "見本 太郎");
        assertThat(userIds()).hasSize(2);
        assertThat(userIds().get(0)).isEqualTo("hanako-1");
        assertThat(userIds().get(1).toString()).matches("[a-z2-9]{12}");
    }

    @Test
    void nothingIsChangedBeforeStaffSaySo() {
        RosterImport roster = checked(RosterScope.WHOLE, HANAKO + TARO);

        assertThat(roster.added()).isEqualTo(2);
        assertThat(members()).isEmpty();
    }

    @Test
    void theSameFileOnceMoreChangesNothing() {
        takenOver(RosterScope.WHOLE, HANAKO + TARO);
        List<?> before = userIds();

        RosterImport again = takenOver(RosterScope.WHOLE, HANAKO + TARO);

        assertThat(List.of(again.added(), again.changed(), again.gone())).containsExactly(0L, 0L, 0L);
        assertThat(userIds()).isEqualTo(before);
    }

    @Test
    void ofWhomSomethingIsNewIsChanged() {
        takenOver(RosterScope.WHOLE, HANAKO + TARO);

        RosterImport roster = takenOver(RosterScope.CHANGES, HANAKO.replace("見本 花子", "手本 花子"));

        assertThat(List.of(roster.added(), roster.changed(), roster.gone())).containsExactly(0L, 1L, 0L);
        assertThat(names().stream().map(Object::toString)).containsExactly("手本 花子", "見本 太郎");
    }

    @Test
    void whoIsMissingInAWholeRosterHasLeftFromTodayOn() {
        takenOver(RosterScope.WHOLE, HANAKO + TARO);

        RosterImport roster = checked(RosterScope.WHOLE, HANAKO);
        assertThat(roster.gone()).isOne();
        assertThat(imports.run(insurer, staff, roster.id(), false))
                .isEqualTo(refused(Refusal.of("roster.mass-removal", 1L)));
        assertThat(imports.run(insurer, staff, roster.id(), true)).isEqualTo(MADE);
        await(roster.id(), ImportState.DONE);

        assertThat(names().stream().map(Object::toString)).containsExactly("見本 花子");
    }

    @Test
    void whoHasADateOfLeavingHasLeft() {
        takenOver(RosterScope.WHOLE, HANAKO + TARO);

        RosterImport roster = takenOver(RosterScope.CHANGES, TARO.replace("2000/4/1,", "2000/4/1,2020/3/31"));

        assertThat(roster.gone()).isOne();
        assertThat(names().stream().map(Object::toString)).containsExactly("見本 花子");
    }

    @Test
    void whatCannotBeTakenIsNamedByLineAndColumn() {
        takenOver(RosterScope.WHOLE, HANAKO);
        String rows = HANAKO
                + HANAKO
                + "1,11,01,見本 一郎,ミホン イチロウ,S55.13.1,,,2000/4/1,\n"
                + "1,12,01,見本 二郎,ミホン ジロウ,S55.12.1,hanako-1,,2000/4/1,\n"
                + "1,13,01,見本 三郎,ミホン サブロウ,S55.12.1,Saburo-1,,2000/4/1,\n"
                + "1,14,01,見本 四郎,ミホン シロウ,S55.12.1,saburo-1,,2000/4/1,\n";

        RosterImport roster = checked(RosterScope.WHOLE, rows);

        assertThat(faults.first(roster, 100))
                .containsExactlyInAnyOrder(
                        RosterFault.of(3, RosterColumn.NUMBER, "roster.number-twice", "2"),
                        RosterFault.of(3, RosterColumn.USER_ID, "roster.user-id-twice", "2"),
                        RosterFault.of(4, RosterColumn.BIRTH_DATE, "birth-date.no-such-date", ""),
                        RosterFault.of(5, RosterColumn.USER_ID, "roster.user-id-twice", "2"),
                        RosterFault.of(5, RosterColumn.USER_ID, "roster.user-id-taken", ""),
                        RosterFault.of(7, RosterColumn.USER_ID, "roster.user-id-twice", "6"));
        assertThat(roster.faulty()).isEqualTo(4);
        assertThat(imports.run(insurer, staff, roster.id(), true))
                .isEqualTo(refused(Refusal.of("roster.not-runnable")));
    }

    @Test
    void ofChangesTheRowsThatCanBeTakenAre() {
        RosterImport roster = takenOver(RosterScope.CHANGES, HANAKO + "1,11,01,見本 一郎,ミホン イチロウ,S55.13.1,,,2000/4/1,\n");

        assertThat(roster.added()).isOne();
        assertThat(names()).hasSize(1);
    }

    @Test
    void itIsUndoneUntilOneOfItsMembersUsesThePortal() throws Exception {
        takenOver(RosterScope.WHOLE, HANAKO);
        RosterImport roster = takenOver(RosterScope.CHANGES, TARO + HANAKO.replace("見本 花子", "手本 花子"));

        assertThat(imports.undo(insurer, staff, roster.id())).isEqualTo(MADE);
        await(roster.id(), ImportState.UNDONE);
        assertThat(names().stream().map(Object::toString)).containsExactly("見本 花子");
        assertThat(userIds()).hasSize(1);

        RosterImport again = takenOver(RosterScope.CHANGES, TARO);
        long taro = ((Number) transactions
                        .rows("select max(id) from account where insurer_id = ?1", insurer.id())
                        .get(0))
                .longValue();
        transactions.commit(() -> audit.record(
                AuditEvent.PASSWORD_PROVED, insurer.id(), taro, "", new AuditLog.Source("192.0.2.1", "TEST-TEST")));
        assertThat(imports.undo(insurer, staff, again.id())).isEqualTo(refused(Refusal.of("roster.not-undoable")));
        assertThat(names()).hasSize(2);
    }

    @Test
    void headingsOfAnInsurersOwnAreExplainedOnceAndKnownFromThenOn() {
        String text = "コード,番号,氏名,カナ,生年月日,資格取得日\n1,10,見本 花子,ミホン ハナコ,S55.12.1,2000/4/1\n";
        RosterImport first = imported(bring(RosterScope.CHANGES, text));
        assertThat(first.state()).isEqualTo(ImportState.BROUGHT);
        assertThat(imports.check(insurer, first.id(), first.columns())).contains(Refusal.of("roster.columns-missing"));

        RosterColumns columns = RosterColumns.parse("SYMBOL=0,NUMBER=1,NAME=2,KANA=3,BIRTH_DATE=4,QUALIFIED_ON=5");
        assertThat(imports.check(insurer, first.id(), columns)).isEmpty();
        await(first.id(), ImportState.CHECKED);

        assertThat(await(bring(RosterScope.CHANGES, text), ImportState.CHECKED).columns())
                .isEqualTo(columns);
    }

    @Test
    void moreRowsThanAreTakenOverAtATimeAllArrive() {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, RosterChecker.AT_A_TIME + 5)
                .forEach(i -> rows.append("2,").append(i).append(",01,見本,ミホン,S55.12.1,,,2000/4/1,\n"));

        RosterImport roster = takenOver(RosterScope.WHOLE, rows.toString());

        assertThat(roster.added()).isEqualTo(RosterChecker.AT_A_TIME + 5);
        assertThat(roster.done()).isEqualTo(roster.lines());
        assertThat(names()).hasSize(RosterChecker.AT_A_TIME + 5);
    }

    @Test
    void whatIsGivenUpIsNotTakenOver() {
        RosterImport roster = checked(RosterScope.WHOLE, HANAKO);

        assertThat(imports.giveUp(insurer, roster.id())).isEmpty();

        assertThat(imports.run(insurer, staff, roster.id(), true)).isNotEqualTo(MADE);
        assertThat(members()).isEmpty();
    }

    @Test
    void anotherInsurersImportIsNone() {
        RosterImport roster = checked(RosterScope.WHOLE, HANAKO);
        Caller stranger = visiting.atWork(given.staff(given.anInsurer(), StaffRole.MANAGER));
        CurrentInsurer other = visiting.insurerOf(stranger.account());

        assertThat(imports.find(other, roster.id())).isEmpty();
        assertThat(imports.run(other, stranger, roster.id(), true)).isNotEqualTo(MADE);
        assertThat(imports.giveUp(other, roster.id())).isPresent();
        assertThat(imported(roster.id()).state()).isEqualTo(ImportState.CHECKED);
    }

    @Test
    void aFileThatEndsInTheMiddleOfAFieldLeavesNothingBehind() {
        assertThat(files.bring(insurer, staff, RosterScope.WHOLE, HEADINGS + HANAKO + "\"1,10"))
                .isEqualTo(new Bringing.Refused(Refusal.of("roster.quotation", 2L)));
        assertThat(imports.of(insurer, 10)).isEmpty();
        assertThat(members()).isEmpty();
    }

    @Test
    void whoHasNotJustProvedHimselfHasNothingTakenOver() {
        RosterImport roster = checked(RosterScope.WHOLE, HANAKO);

        clock.moveBy(Duration.ofMinutes(6));

        assertThat(imports.run(insurer, staff, roster.id(), true)).isEqualTo(new Change.NotNow());
        assertThat(members()).isEmpty();
    }

    /** All of the insurer's members stand in them once more. */
    @Test
    void theRowsOfAnImportGoOnceItIsOver() {
        RosterImport first = takenOver(RosterScope.WHOLE, HANAKO + TARO);
        RosterImport second = takenOver(RosterScope.CHANGES, HANAKO.replace("見本 花子", "手本 花子"));
        RosterImport waiting = checked(RosterScope.WHOLE, HANAKO);

        tidy();
        assertThat(rows("roster_line", first)).isZero();
        assertThat(rows("roster_row", first)).isZero();
        assertThat(rows("roster_undo", first))
                .as("what stands under another one")
                .isZero();
        assertThat(rows("roster_undo", second)).isOne();
        assertThat(rows("roster_row", waiting)).isOne();

        clock.moveBy(Duration.ofDays(8));
        tidy();
        assertThat(imported(waiting.id()).state()).isEqualTo(ImportState.GIVEN_UP);
        assertThat(rows("roster_row", waiting)).isZero();
    }

    private void tidy() {
        boolean more = true;
        while (more) {
            more = tidier.goOn();
        }
    }

    private long rows(String table, RosterImport roster) {
        return ((Number) transactions
                        .rows("select count(*) from " + table + " where import_id = ?1", roster.id())
                        .get(0))
                .longValue();
    }

    /** Between the look and the run a member takes the user ID that the roster gives to somebody else. */
    @Test
    void whoseUserIdWasTakenMeanwhileIsNamedAndAllOthersArrive() {
        takenOver(RosterScope.WHOLE, TARO);
        RosterImport roster = checked(
                RosterScope.CHANGES, HANAKO + HANAKO.replace("10,01", "11,01").replace("Hanako-1", ""));
        transactions.change(
                "update account set user_id = 'hanako-1' where insurer_id = ?1 and member_id is not null",
                insurer.id());

        assertThat(imports.run(insurer, staff, roster.id(), true)).isEqualTo(MADE);
        RosterImport done = await(roster.id(), ImportState.DONE);

        assertThat(done.added()).isOne();
        assertThat(done.faulty()).isOne();
        assertThat(faults.first(roster, 100))
                .containsExactly(RosterFault.of(2, RosterColumn.USER_ID, "roster.user-id-taken", ""));
    }

    /** Another node has begun with it and is held up; staff see that it was the wrong file. */
    @Test
    void whatIsBeingTakenOverIsPutBackInTheMiddle() {
        takenOver(RosterScope.WHOLE, TARO);
        StringBuilder rows = new StringBuilder(TARO.replace("見本 太郎", "手本 太郎"));
        IntStream.range(0, RosterChecker.AT_A_TIME + 5)
                .forEach(i -> rows.append("2,").append(i).append(",01,見本,ミホン,S55.12.1,,,2000/4/1,\n"));
        RosterImport roster = checked(RosterScope.CHANGES, rows.toString());
        OffsetDateTime later = clock.instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
        transactions.change("update lease set node = 'other', until_at = ?1 where name = 'roster'", later);
        assertThat(imports.run(insurer, staff, roster.id(), true)).isEqualTo(MADE);
        assertThat(runner.goOn(roster.id())).as("there is more").isTrue();
        assertThat(names()).hasSize(RosterChecker.AT_A_TIME);

        assertThat(imports.undo(insurer, staff, roster.id())).isEqualTo(MADE);
        transactions.change("delete from lease where name = 'roster'");
        await(roster.id(), ImportState.UNDONE);

        assertThat(names().stream().map(Object::toString)).containsExactly("見本 太郎");
        assertThat(userIds()).hasSize(1);
    }
}
