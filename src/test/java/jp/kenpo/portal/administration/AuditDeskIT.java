package jp.kenpo.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An auditor reads what happened at his insurer. */
@InContainer
class AuditDeskIT {

    private static final int MANY = 100;

    @Inject
    AuditDesk desk;

    @Inject
    AuditLog audit;

    @Inject
    Recorded recorded;

    @Inject
    Transactions transactions;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    MovableClock clock;

    private CurrentInsurer insurer;
    private Account member;
    private Caller auditor;

    @BeforeEach
    void aRecord() throws Exception {
        Insurer own = given.anInsurer();
        insurer = visiting.insurer(own.id());
        member = given.anAccount(own, "recorded1");
        auditor = visiting.atWork(given.staff(own, StaffRole.AUDITOR));
        happens(AuditEvent.PASSWORD_PROVED, "");
        clock.moveBy(Duration.ofDays(2));
        happens(AuditEvent.EMAIL_ENTERED, "");
        happens(AuditEvent.SIGNED_OUT, "");
    }

    private void happens(AuditEvent event, String detail) throws Exception {
        transactions.commit(() ->
                audit.record(event, insurer.id(), member.id(), detail, new AuditLog.Source("192.0.2.7", "ABCD-2345")));
    }

    private List<AuditDesk.Line> lines(Map<String, String> asked) {
        return desk.read(insurer, auditor, AuditFilter.of(asked::get), Optional.empty(), MANY);
    }

    private List<AuditEvent> events(Map<String, String> asked) {
        return lines(asked).stream().map(line -> line.entry().event()).toList();
    }

    @Test
    void theNewestComesFirstWithWhomItConcerns() {
        AuditDesk.Line newest = lines(Map.of("reference", "abcd2345")).get(0);

        assertThat(newest.entry().event()).isEqualTo(AuditEvent.SIGNED_OUT);
        assertThat(newest.userId()).contains(member.userId());
        assertThat(newest.doer()).isEmpty();
        assertThat(newest.entry().address()).isEqualTo("192.0.2.7");
    }

    @Test
    void whatIsAskedForAloneIsShown() {
        LocalDate today = LocalDate.now(clock);

        assertThat(events(Map.of("reference", "ABCD-2345")))
                .containsExactly(AuditEvent.SIGNED_OUT, AuditEvent.EMAIL_ENTERED, AuditEvent.PASSWORD_PROVED);
        assertThat(events(Map.of("reference", "ABCD-2345", "from", today.toString())))
                .containsExactly(AuditEvent.SIGNED_OUT, AuditEvent.EMAIL_ENTERED);
        assertThat(events(Map.of(
                        "reference", "ABCD-2345", "until", today.minusDays(1).toString())))
                .containsExactly(AuditEvent.PASSWORD_PROVED);
        assertThat(events(Map.of("event", "email-entered"))).containsExactly(AuditEvent.EMAIL_ENTERED);
        assertThat(events(Map.of("account", "1"))).isEmpty();
    }

    @Test
    void olderOnesFollowWithoutGapOrDouble() {
        AuditFilter all = AuditFilter.of(Map.of("reference", "ABCD-2345")::get);
        List<AuditDesk.Line> first = desk.read(insurer, auditor, all, Optional.empty(), 2);

        List<AuditDesk.Line> second = desk.read(
                insurer, auditor, all, Optional.of(first.get(1).entry().id()), 2);

        assertThat(first).hasSize(2);
        assertThat(second).extracting(line -> line.entry().event()).isEqualTo(List.of(AuditEvent.PASSWORD_PROVED));
    }

    @Test
    @Tag("ASVS-16.2.1")
    void whoAsksForAllOfAMemberHasLookedAtHim() {
        assertThat(events(Map.of("account", Long.toString(member.id()))))
                .containsExactly(
                        AuditEvent.MEMBER_LOOKED_AT,
                        AuditEvent.SIGNED_OUT,
                        AuditEvent.EMAIL_ENTERED,
                        AuditEvent.PASSWORD_PROVED);

        assertThat(recorded.of(member.id())).endsWith(AuditEvent.MEMBER_LOOKED_AT);
        AuditDesk.Line look = lines(Map.of("event", "member-looked-at")).get(0);
        assertThat(look.doer())
                .contains(new AuditDesk.Doer(Optional.of(auditor.account().userId()), StaffRole.AUDITOR));
        assertThat(look.detail()).isEqualTo("audit");
    }

    @Test
    void whatStaffDidNamesThemAndTheRest() throws Exception {
        happens(AuditEvent.SECOND_FACTORS_RESET, auditor.deed(Optional.empty()).inShort() + "; lost-device; name");

        AuditDesk.Line reset = lines(Map.of("event", "second-factors-reset")).get(0);

        assertThat(reset.doer().flatMap(AuditDesk.Doer::userId))
                .contains(auditor.account().userId());
        assertThat(reset.detail()).isEqualTo("lost-device; name");
    }

    @Test
    @Tag("ASVS-8.4.1")
    void anotherInsurersRecordIsNotShown() {
        Insurer other = given.anInsurer();
        Caller stranger = visiting.atWork(given.staff(other, StaffRole.AUDITOR));
        CurrentInsurer others = visiting.insurer(other.id());
        long known = lines(Map.of("reference", "ABCD-2345")).get(0).entry().id();

        AuditFilter ofHim = AuditFilter.of(Map.of("account", Long.toString(member.id()))::get);
        assertThat(desk.accountId(others, new UserId("recorded1"))).isEmpty();
        assertThat(desk.userId(others, member.id())).isEmpty();
        assertThat(desk.read(others, stranger, ofHim, Optional.empty(), MANY)).isEmpty();
        assertThat(desk.read(others, stranger, AuditFilter.of(name -> null), Optional.of(known), MANY))
                .extracting(line -> line.entry().requestId())
                .isNotEmpty()
                .doesNotContain("ABCD-2345");
    }

    @Test
    void anAddressThatSaysWhatNobodyChoseLeavesNothingOut() {
        Map<String, String> made =
                Map.of("from", "2026-13-45", "until", "'", "event", "all", "account", "-1", "reference", "%00");

        assertThat(AuditFilter.of(made::get).query()).isEmpty();
        assertThat(events(made)).contains(AuditEvent.SIGNED_OUT, AuditEvent.PASSWORD_PROVED);
    }

    @Test
    void anAddressSaysWhatItWasMadeOf() {
        AuditFilter asked = AuditFilter.of(Map.of(
                "from",
                "2026/11/1",
                "until",
                "R8.11.30",
                "event",
                "signed-out",
                "account",
                "12",
                "reference",
                "abcd2345")::get);

        assertThat(asked.query())
                .isEqualTo("?from=2026-11-01&until=2026-11-30&event=signed-out&account=12&reference=ABCD-2345");
    }
}
