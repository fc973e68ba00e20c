package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.HelpApproval;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;

/**
 * What opens a member's account to whoever made one of the staff believe him: it is done at once, or once somebody else of
 * them has approved it, as the policy says.
 */
@ApplicationScoped
public class HelpRequests {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    HelpDesk helpDesk;

    @Inject
    SecretBox secretBox;

    @Inject
    AuditLog audit;

    @Inject
    AuditHistory history;

    @Inject
    Clock clock;

    /** One that waits. @param askedBy name of whoever asks */
    public record Waiting(HelpRequest request, Helped member, String askedBy) {}

    /** Whether one of the staff alone does nothing that lets somebody into an account. */
    static boolean areNeeded(CurrentInsurer insurer) {
        return insurer.policy().helpApproval() == HelpApproval.TWO;
    }

    /**
     * Does something for a member, or has it wait for somebody else where the policy says so: then it takes the place of
     * what was asked for before.
     */
    @Transactional
    public Change ask(
            CurrentInsurer insurer,
            Caller staff,
            long accountId,
            Deed deed,
            Grounds grounds,
            Optional<EmailAddress> email) {
        if (!areNeeded(insurer)) {
            Change outcome = carryOut(insurer, staff, accountId, deed, grounds, email);
            if (outcome instanceof Change.Made) {
                forget(accountId, deed);
            }
            return outcome;
        }
        Optional<Account> member = helpDesk.lock(insurer, staff, accountId);
        Optional<Refusal> why = member.flatMap(account -> isNewcomer(staff)
                ? Optional.of(Refusal.of("approval.newcomer"))
                : helpDesk.whyNot(account, deed, email));
        if (why.isPresent()) {
            return new Change.Refused(why.get());
        }
        if (member.isEmpty()) {
            return new Change.NotNow();
        }
        boolean another = forget(accountId, deed);
        HelpRequest request =
                new HelpRequest(insurer.id(), accountId, deed, grounds, staff.accountId(), clock.instant());
        email.ifPresent(address -> request.entering(secretBox.seal(address.value(), HelpRequest.place(accountId))));
        entities.persist(request);
        record(AuditEvent.HELP_ASKED_FOR, insurer, staff, request, another ? "; in place of an earlier one" : "");
        return new Change.Made();
    }

    /** Whether it was asked for before. */
    private boolean forget(long accountId, Deed deed) {
        return entities.createQuery("delete from HelpRequest r where r.accountId = :account and r.deed = :deed")
                        .setParameter("account", accountId)
                        .setParameter("deed", deed)
                        .executeUpdate()
                > 0;
    }

    /** Those that wait, the oldest first. */
    List<Waiting> of(CurrentInsurer insurer) {
        return entities.createQuery(
                        "select r, a, m, s.staffName from HelpRequest r join Account a on a.id = r.accountId"
                                + " join InsuredPerson m on m.id = a.memberId join Account s on s.id = r.askedBy"
                                + " where r.insurerId = :insurer and r.askedAt > :since order by r.id",
                        Object[].class)
                .setParameter("insurer", insurer.id())
                .setParameter("since", clock.instant().minus(HelpApproval.AWAITED))
                .getResultStream()
                .map(row -> new Waiting(
                        (HelpRequest) row[0], new Helped((Account) row[1], (Member) row[2]), (String) row[3]))
                .toList();
    }

    /** The address that is to be entered; empty where none is. */
    Optional<EmailAddress> email(HelpRequest request) {
        return request.sealedEmail()
                .map(kept -> new EmailAddress(secretBox.open(kept, HelpRequest.place(request.accountId()))));
    }

    /** Does what somebody else asked for. */
    @Transactional
    Change approve(CurrentInsurer insurer, Caller staff, long id) {
        return end(insurer, staff, id, request -> {
            Optional<Refusal> why = whyNot(staff, request);
            if (why.isPresent()) {
                return new Change.Refused(why.get());
            }
            return carryOut(insurer, staff, request.accountId(), request.deed(), request.grounds(), email(request));
        });
    }

    private Optional<Refusal> whyNot(Caller staff, HelpRequest request) {
        if (request.askedBy() == staff.accountId()) {
            return Optional.of(Refusal.of("approval.oneself"));
        }
        if (isNewcomer(staff)) {
            return Optional.of(Refusal.of("approval.newcomer"));
        }
        // Whatever a stranger set up meanwhile is what is to go.
        return request.reason() != HelpReason.STRANGER
                        && helpDesk.hasChangedSince(request.askedAt(), request.accountId(), request.deed())
                ? Optional.of(Refusal.of("approval.changed-meanwhile"))
                : Optional.empty();
    }

    /** Whoever invites could be the other one himself; so long the rest of the staff have to notice. */
    private boolean isNewcomer(Caller staff) {
        return history.latest(
                        staff.accountId(),
                        AuditEvent.STAFF_INVITED,
                        clock.instant().minus(HelpApproval.AWAITED))
                .isPresent();
    }

    /** Has it not done; whoever asked for it may say so too. */
    @Transactional
    Change decline(CurrentInsurer insurer, Caller staff, long id) {
        return end(insurer, staff, id, request -> {
            record(AuditEvent.HELP_DECLINED, insurer, staff, request, "");
            return new Change.Made();
        });
    }

    /** Takes back what one of the staff asked for, who is stopped or to do something else. */
    @Transactional
    public void takeBack(CurrentInsurer insurer, Caller manager, long askedBy) {
        entities.createQuery("select r from HelpRequest r where r.askedBy = :staff", HelpRequest.class)
                .setParameter("staff", askedBy)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(request -> {
                    record(AuditEvent.HELP_DECLINED, insurer, manager, request, "");
                    entities.remove(request);
                });
    }

    /** The request is none any more once that is made which it is for. */
    private Change end(CurrentInsurer insurer, Caller staff, long id, Function<HelpRequest, Change> how) {
        Optional<Long> member = alive("r.accountId", Long.class, insurer, id, LockModeType.NONE);
        if (member.isEmpty()) {
            return new Change.Refused(Refusal.of("approval.gone"));
        }
        if (helpDesk.lock(insurer, staff, member.get()).isEmpty()) {
            return new Change.NotNow();
        }
        // Whoever asked may be stopped just now, which takes it back.
        return alive("r", HelpRequest.class, insurer, id, LockModeType.PESSIMISTIC_WRITE)
                .map(request -> {
                    Change outcome = how.apply(request);
                    if (outcome instanceof Change.Made) {
                        entities.remove(request);
                    }
                    return outcome;
                })
                .orElseGet(() -> new Change.Refused(Refusal.of("approval.gone")));
    }

    private <T> Optional<T> alive(String what, Class<T> type, CurrentInsurer insurer, long id, LockModeType lock) {
        return entities.createQuery(
                        "select " + what + " from HelpRequest r where r.id = :id and r.insurerId = :insurer"
                                + " and r.askedAt > :since",
                        type)
                .setParameter("id", id)
                .setParameter("insurer", insurer.id())
                .setParameter("since", clock.instant().minus(HelpApproval.AWAITED))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private Change carryOut(
            CurrentInsurer insurer,
            Caller staff,
            long accountId,
            Deed deed,
            Grounds grounds,
            Optional<EmailAddress> email) {
        return switch (deed) {
            case FACTORS_RESET -> helpDesk.resetSecondFactors(insurer, staff, accountId, grounds);
            case PASSWORD_RESET -> helpDesk.resetPassword(insurer, staff, accountId, grounds);
            case EMAIL_CORRECTION -> helpDesk.correctEmail(insurer, staff, accountId, email.orElseThrow(), grounds);
        };
    }

    private void record(AuditEvent event, CurrentInsurer insurer, Caller staff, HelpRequest request, String more) {
        audit.record(
                event,
                insurer.id(),
                request.accountId(),
                staff.deed(Optional.of(request.grounds().reason())).inShort() + "; "
                        + request.grounds().checksInShort() + "; "
                        + request.deed().key() + more);
    }
}
