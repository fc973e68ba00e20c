package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody thought of: members who press, type, go back and open tabs at random, for some minutes. */
@ExtendWith(Journey.class)
class RandomJourneyIT {

    private static final int MEMBERS = 19;
    private static final int STEPS_OF_ONE_VISIT = 60;

    /** So often luck may be tried beyond the time where a slow machine let nobody get to the end in it. */
    private static final int MOST_VISITS = 40;

    private static final String END = "以上で設定が完了しました";

    private final Browser browser;

    RandomJourneyIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void leadsToNoErrorAndPastNoStep() {
        Duration duration = Duration.ofMinutes(Long.getLong("portal.test.random.minutes", 3));
        long seed = Long.getLong("portal.test.random.seed", System.nanoTime());
        Random random = new Random(seed);
        Wanderer[] wanderers = new Wanderer[MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            wanderers[i] = new Wanderer(i + 1, random);
        }
        Path data = Path.of(
                "target", "journeys", "random-" + ProcessHandle.current().pid());
        try (PortalProcess portal = PortalProcess.start(data)) {
            long end = System.nanoTime() + duration.toNanos();
            for (int visits = 0;
                    System.nanoTime() < end || visits < MOST_VISITS && !isAnybodyAtTheEnd(wanderers);
                    visits++) {
                int width = random.nextBoolean() ? BrowserWindow.DESKTOP : BrowserWindow.PHONE;
                Wanderer wanderer = wanderers[random.nextInt(MEMBERS)];
                try (BrowserWindow window = BrowserWindow.open(browser, width)) {
                    wanderer.visit(window, portal.demo(), STEPS_OF_ONE_VISIT);
                }
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Repeat with -Dportal.test.random.seed=" + seed, e);
        }
        // Random, yet not aimless: somebody got to the end, else the others' luck shows little.
        assertThat(headings(wanderers)).as("seed %s", seed).contains(END);
    }

    private static boolean isAnybodyAtTheEnd(Wanderer... wanderers) {
        return headings(wanderers).anyMatch(END::equals);
    }

    private static Stream<String> headings(Wanderer... wanderers) {
        return Stream.of(wanderers).flatMap(wanderer -> wanderer.headings().stream());
    }
}
