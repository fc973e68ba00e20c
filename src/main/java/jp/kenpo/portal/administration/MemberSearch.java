package jp.kenpo.portal.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.signin.Caller;

/** Finds members of the insurer whose staff ask; each search stands in the record, without what was searched for. */
@ApplicationScoped
public class MemberSearch {

    @Inject
    Accounts accounts;

    @Inject
    HelpDesk helpDesk;

    @Inject
    AuditHistory history;

    @Inject
    AuditLog audit;

    /** By what somebody is searched for. */
    sealed interface Query {
        record OfUserId(UserId userId) implements Query {}

        record OfNumber(String symbol, String number) implements Query {}
    }

    /** Who it may be; a family shares its 記号・番号. */
    @Transactional
    List<Helped> find(CurrentInsurer insurer, Caller staff, Query query) {
        Stream<Accounts.Found> found = query instanceof Query.OfNumber of
                ? accounts.findByNumber(insurer.id(), of.symbol(), of.number()).stream()
                : accounts.find(insurer.id(), ((Query.OfUserId) query).userId()).stream();
        List<Helped> members = found.flatMap(one -> Helped.of(one).stream()).toList();
        note(staff, members.size());
        return members;
    }

    /**
     * What is known of a request whose number a page gave out.
     *
     * @param member whose account it was about; empty where nobody was recognised
     * @param detail what was recorded of it
     */
    public record Trace(Instant at, AuditEvent event, String detail, Optional<Helped> member) {}

    /** What became of a request, by the number that its page gave out, the first thing first. */
    @Transactional
    List<Trace> trace(CurrentInsurer insurer, Caller staff, String reference) {
        List<Trace> traces = history.ofRequest(insurer.id(), reference).stream()
                .map(step -> new Trace(
                        step.at(),
                        step.event(),
                        step.detail(),
                        step.accountId().flatMap(id -> helpDesk.find(insurer, id))))
                .toList();
        note(staff, traces.size());
        return traces;
    }

    private void note(Caller staff, int found) {
        audit.record(AuditEvent.MEMBERS_SEARCHED, staff.account().insurerId(), staff.accountId(), "found " + found);
    }
}
