package jp.kenpo.portal.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.web.NumberText;
import jp.kenpo.portal.web.PageText;

/** How far the portal is with an import, in a number and in words. */
@ApplicationScoped
class RosterProgress {

    private static final int WHOLE = 100;

    @Inject
    PageText text;

    @Inject
    NumberText numbers;

    @Inject
    Clock clock;

    /** In hundredths. */
    int percent(RosterImport roster) {
        return roster.total() == 0 ? 0 : (int) Math.min(WHOLE, roster.done() * WHOLE / roster.total());
    }

    /** With its pace, once there is one. */
    String words(RosterImport roster) {
        Instant now = clock.instant();
        String done = numbers.of(roster.done());
        String total = numbers.of(roster.total());
        Optional<Duration> remaining = roster.remaining(now);
        if (remaining.isEmpty()) {
            return text.of("administration.progress.begun", done, total);
        }
        return remaining.get().isZero()
                ? text.of("administration.progress.ending", done, total)
                : text.of("administration.progress", done, total, numbers.of(roster.rate(now)), remaining.get());
    }
}
