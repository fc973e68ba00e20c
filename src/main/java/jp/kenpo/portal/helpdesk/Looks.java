package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.StaffDeed;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.signin.Caller;

/** Which member staff look at, and why; he can read it in his own history. */
@ApplicationScoped
public class Looks {

    /** Who looks at the same member again within that time has said why. */
    private static final Duration SAME_LOOK = Duration.ofMinutes(15);

    private static final Set<AuditEvent> SAYING_WHY = EnumSet.of(
            AuditEvent.MEMBER_LOOKED_AT,
            AuditEvent.SUPPORT_CODE_TAKEN,
            AuditEvent.HELP_ASKED_FOR,
            AuditEvent.SECOND_FACTORS_RESET,
            AuditEvent.PASSWORD_RESET_BY_STAFF,
            AuditEvent.EMAIL_CORRECTED_BY_STAFF,
            AuditEvent.RECOVERY_STOPPED_BY_STAFF,
            AuditEvent.SESSIONS_ENDED_BY_STAFF,
            AuditEvent.UNLOCKED_BY_STAFF,
            AuditEvent.LETTERS_MADE);

    /** Of what staff did for a member within that time, so much is looked at. */
    private static final int MOST_DEEDS = 100;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    AuditHistory history;

    @Inject
    Clock clock;

    /** Looks at a member; empty where the insurer has none such. Whoever said why just now is not recorded again. */
    @Transactional
    public Optional<Helped> look(CurrentInsurer insurer, Caller staff, long accountId, HelpReason why) {
        Optional<Helped> member = find(insurer, accountId);
        member.filter(one -> !hasSaidWhy(staff, accountId))
                .ifPresent(one -> audit.record(
                        AuditEvent.MEMBER_LOOKED_AT,
                        insurer.id(),
                        accountId,
                        staff.deed(Optional.of(why)).inShort()));
        return member;
    }

    /** Whether one of the staff has just said why he looks at a member, or why he did something for him. */
    boolean hasSaidWhy(Caller staff, long accountId) {
        return history.of(accountId, SAYING_WHY, clock.instant().minus(SAME_LOOK), MOST_DEEDS).stream()
                .flatMap(deed -> StaffDeed.of(deed.detail()).stream())
                .anyMatch(deed -> deed.staffId() == staff.accountId());
    }

    /** A member and his account; never one of another insurer's, and never staff. */
    Optional<Helped> find(CurrentInsurer insurer, long accountId) {
        return accounts.find(accountId)
                .filter(found -> found.account().insurerId() == insurer.id())
                .flatMap(Helped::of);
    }
}
