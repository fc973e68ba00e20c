package jp.kenpo.portal.helpdesk;

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
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.Kana;
import jp.kenpo.portal.signin.Caller;

/** Finds members of the insurer whose staff ask; each search stands in the record, without what was searched for. */
@ApplicationScoped
public class MemberSearch {

    /** Of those who share a birth date. */
    static final int MOST = 50;

    @Inject
    Accounts accounts;

    @Inject
    Looks looks;

    @Inject
    AuditHistory history;

    @Inject
    AuditLog audit;

    /** By what somebody is searched for. */
    sealed interface Query {
        record OfUserId(UserId userId) implements Query {}

        record OfNumber(String symbol, String number) implements Query {}

        /** @param kana what the reading of the name begins with; empty: whatever it is */
        record OfBirthDate(BirthDate birthDate, String kana) implements Query {}
    }

    /** Who it may be: a family shares its 記号・番号, and many a birth date. */
    @Transactional
    List<Helped> find(CurrentInsurer insurer, Caller staff, Query query) {
        List<Helped> members =
                found(insurer, query).flatMap(one -> Helped.of(one).stream()).toList();
        note(staff, members.size());
        return members;
    }

    private Stream<Accounts.Found> found(CurrentInsurer insurer, Query query) {
        if (query instanceof Query.OfNumber of) {
            return accounts.findByNumber(insurer.id(), of.symbol(), of.number()).stream();
        }
        if (query instanceof Query.OfBirthDate of) {
            String kana = Kana.katakana(of.kana()).replace(" ", "");
            return accounts.findByBirthDate(insurer.id(), of.birthDate(), kana, MOST).stream();
        }
        return accounts.find(insurer.id(), ((Query.OfUserId) query).userId()).stream();
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
                        step.accountId().flatMap(id -> looks.find(insurer, id))))
                .toList();
        note(staff, traces.size());
        return traces;
    }

    private void note(Caller staff, int found) {
        audit.record(AuditEvent.MEMBERS_SEARCHED, staff.account().insurerId(), staff.accountId(), "found " + found);
    }
}
