package jp.kenpo.portal.journey.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.kenpo.portal.journey.Chromium;
import org.junit.jupiter.api.Test;

/** What nobody thought of: some minutes of the unbreakable journey; {@code bin/soak} goes on for longer. */
class RandomJourneyIT {

    @Test
    void breaksNoRuleAndLosesNobodysWay() {
        Duration duration = Duration.ofMinutes(Long.getLong("portal.test.random.minutes", 3));
        long seed = Long.getLong("portal.test.random.seed", System.nanoTime());

        Outcome outcome;
        try (Chromium chromium = new Chromium()) {
            outcome = Soak.run(chromium.browser(), duration, seed, System.out);
        }

        assertThat(outcome.breaks()).as("repeat with bin/soak --seed %s", seed).isEmpty();
        // Random, yet not aimless: somebody got to the end, else the others' luck shows little.
        assertThat(outcome.places()).as("seed %s", seed).contains(Place.SET_UP_DONE, Place.HOME);
    }
}
