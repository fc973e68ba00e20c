package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.portal.account.StaffDeed;
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
     * @param hints what else is told of it, as texts of the page
     */
    public record Line(Instant at, HistoryWord word, List<String> hints) {

        static Line of(AuditHistory.Entry entry, NetworkAddress here) {
            return new Line(
                    entry.at(),
                    HistoryWord.of(entry.event()).orElseThrow(),
                    StaffDeed.of(entry.detail()).map(Line::staff).orElseGet(() -> origin(entry, here)));
        }

        private static List<String> staff(StaffDeed deed) {
            return Stream.concat(
                            Stream.of("staff." + deed.role().key()),
                            deed.reason().stream().map(reason -> "reason." + reason.key()))
                    .toList();
        }

        /** Whether it came from where this request comes from; the address itself is not told. */
        private static List<String> origin(AuditHistory.Entry entry, NetworkAddress here) {
            return List.of(NetworkAddress.of(entry.address()).equals(here) ? "same-network" : "other-network");
        }
    }

    /** The latest first. */
    public List<Line> getLines() {
        if (lines == null) {
            NetworkAddress here = NetworkAddress.of(request.address());
            Instant since =
                    clock.instant().atZone(Clocks.JAPAN).minusMonths(MONTHS).toInstant();
            lines = history.of(visit.caller().accountId(), HistoryWord.TOLD, since, MOST).stream()
                    .map(entry -> Line.of(entry, here))
                    .toList();
        }
        return lines;
    }
}
