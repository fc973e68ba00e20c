package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** A4 利用履歴: what happened on the member's account. */
@Named
@RequestScoped
public class HistoryPage {

    static final int MONTHS = 12;
    static final int MOST = 50;

    @Inject
    AuditHistory history;

    @Inject
    CurrentVisit visit;

    @Inject
    RequestTrace request;

    @Inject
    Clock clock;

    private @Nullable List<Line> lines;

    /**
     * A line of the page.
     *
     * @param sameNetwork whether it came from where this request comes from; the address itself is not told
     */
    public record Line(Instant at, HistoryWord word, boolean sameNetwork) {}

    /** The latest first. */
    public List<Line> getLines() {
        if (lines == null) {
            NetworkAddress here = NetworkAddress.of(request.address());
            Instant since =
                    clock.instant().atZone(Clocks.JAPAN).minusMonths(MONTHS).toInstant();
            lines = history.of(visit.caller().accountId(), HistoryWord.TOLD, since, MOST).stream()
                    .map(entry -> new Line(
                            entry.at(),
                            HistoryWord.of(entry.event()).orElseThrow(),
                            NetworkAddress.of(entry.address()).equals(here)))
                    .toList();
        }
        return lines;
    }
}
