package jp.kenpo.portal.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.StaffDeed;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.audit.AuditRecord;
import jp.kenpo.portal.helpdesk.Looks;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.signin.Caller;

/**
 * The insurer's record, as its managers and auditors read it. Whoever asks for all that happened to a member has looked
 * at him, which he is told; and whoever takes the record away as a file stands in it.
 */
@ApplicationScoped
public class AuditDesk {

    @Inject
    AuditRecord record;

    @Inject
    Accounts accounts;

    @Inject
    Looks looks;

    @Inject
    AuditLog audit;

    /** Whoever of the staff did something. @param userId empty where his account is no more */
    public record Doer(Optional<UserId> userId, StaffRole role) {}

    /**
     * A line of the record.
     *
     * @param userId of whom it concerns; empty where nobody was recognised, or his account is no more
     * @param doer empty where staff did nothing
     * @param detail what else was recorded
     */
    public record Line(AuditRecord.Entry entry, Optional<UserId> userId, Optional<Doer> doer, String detail) {

        public Instant at() {
            return entry.at();
        }
    }

    /** The number of an account of this insurer's. */
    Optional<Long> accountId(CurrentInsurer insurer, UserId userId) {
        return accounts.find(insurer.id(), userId).map(found -> found.account().id());
    }

    /** The other way round. */
    Optional<UserId> userId(CurrentInsurer insurer, long accountId) {
        return accounts.find(accountId)
                .map(Accounts.Found::account)
                .filter(account -> account.insurerId() == insurer.id())
                .map(Account::userId);
    }

    /** The newest lines first. @param before older than the entry of this number; empty: from the newest on */
    @Transactional
    List<Line> read(CurrentInsurer insurer, Caller staff, AuditFilter filter, Optional<Long> before, int most) {
        filter.accountId().ifPresent(id -> looks.look(insurer, staff, id, HelpReason.AUDIT));
        AuditRecord.Query query = new AuditRecord.Query(
                filter.from().map(AuditDesk::begin),
                filter.until().map(day -> begin(day.plusDays(1))),
                filter.event(),
                filter.accountId(),
                filter.reference());
        return lines(record.find(insurer.id(), query, before, most));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Clocks.JAPAN).toInstant();
    }

    private List<Line> lines(List<AuditRecord.Entry> entries) {
        Set<Long> named = entries.stream()
                .flatMap(entry -> Stream.concat(
                        entry.accountId().stream(), StaffDeed.of(entry.detail()).map(StaffDeed::staffId).stream()))
                .collect(Collectors.toSet());
        Map<Long, UserId> userIds = accounts.userIds(named);
        return entries.stream().map(entry -> line(entry, userIds)).toList();
    }

    private static Line line(AuditRecord.Entry entry, Map<Long, UserId> userIds) {
        return new Line(
                entry,
                entry.accountId().flatMap(id -> Optional.ofNullable(userIds.get(id))),
                StaffDeed.of(entry.detail())
                        .map(deed -> new Doer(Optional.ofNullable(userIds.get(deed.staffId())), deed.role())),
                StaffDeed.whatElse(entry.detail()));
    }

    /** Notes that somebody takes lines away. */
    @Transactional
    void noteExport(CurrentInsurer insurer, Caller staff) {
        audit.record(
                AuditEvent.AUDIT_EXPORTED,
                insurer.id(),
                null,
                staff.deed(Optional.empty()).inShort());
    }
}
