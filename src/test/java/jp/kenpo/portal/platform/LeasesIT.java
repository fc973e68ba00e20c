package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import org.junit.jupiter.api.Test;

@InContainer
class LeasesIT {

    private static final Duration LIFE = Duration.ofSeconds(10);

    /** A work that no other test does. */
    private final String work = UUID.randomUUID().toString();

    @Inject
    Leases leases;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    @Test
    void oneNodeHasIt() throws Exception {
        assertThat(leases.take(work, LIFE)).isTrue();
        assertThat(other()).isFalse();
    }

    @Test
    void whoHasItKeepsItWhileHeTakesItAgain() throws Exception {
        for (int times = 0; times < 3; times++) {
            assertThat(leases.take(work, LIFE)).isTrue();
            clock.moveBy(LIFE.minusSeconds(1));
            assertThat(other()).isFalse();
        }
    }

    @Test
    void aNodeThatDiesLosesItAfterItsTime() throws Exception {
        leases.take(work, LIFE);

        clock.moveBy(LIFE);

        assertThat(other()).isTrue();
        assertThat(leases.take(work, LIFE)).isFalse();
    }

    @Test
    void aNodeThatStopsGivesItBack() throws Exception {
        leases.take(work, LIFE);

        leases.giveBack(work);

        assertThat(other()).isTrue();
    }

    @Test
    void nobodyGivesBackWhatAnotherHas() throws Exception {
        other();

        leases.giveBack(work);

        assertThat(leases.take(work, LIFE)).isFalse();
    }

    @Test
    void ofManyNodesThatWantItAtOnceOneGetsIt() throws Exception {
        for (int times = 0; times < 3; times++) {
            List<Callable<Boolean>> nodes = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                String name = "node " + node;
                nodes.add(() -> transactions.commit(() -> leases.take(name, work, LIFE)));
            }

            assertThat(AtOnce.all(nodes)).containsOnlyOnce(true);
            clock.moveBy(LIFE);
        }
    }

    private boolean other() throws Exception {
        return transactions.commit(() -> leases.take("other", work, LIFE));
    }
}
