package jp.kenpo.portal.guesses;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CrowdPolicy;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.signin.Leavings;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One address that guesses at everybody, a few times at each. */
@InContainer
@Tag("ASVS-6.1.1")
@Tag("ASVS-6.3.1")
class CrowdsIT {

    private static final NetworkAddress OFFICE = NetworkAddress.of("192.0.2.7");
    private static final int MOST = 100;

    @Inject
    Crowds crowds;

    @Inject
    Leavings leavings;

    @Inject
    Recorded recorded;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private CurrentInsurer insurer;

    @BeforeEach
    void anInsurerOfItsOwn() {
        insurer = visiting.insurer(given.anInsurer().id());
    }

    @Test
    void anAddressFromWhichAHundredTriesFailedMayGoOn() throws Exception {
        fail(MOST, OFFICE);

        assertThat(crowds.waitOf(insurer, OFFICE)).isEmpty();
    }

    @Test
    void oneMoreAndItWaitsUntilItsQuarterOfAnHourIsOver() throws Exception {
        fail(1, OFFICE);
        clock.moveBy(Duration.ofMinutes(5));
        fail(MOST, OFFICE);

        assertThat(crowds.waitOf(insurer, OFFICE)).contains(Duration.ofMinutes(10));
        clock.moveBy(Duration.ofMinutes(10));
        assertThat(crowds.waitOf(insurer, OFFICE)).isEmpty();
    }

    @Test
    void anotherAddressAndAnotherInsurerAreNotTouched() throws Exception {
        fail(MOST + 1, OFFICE);

        assertThat(crowds.waitOf(insurer, NetworkAddress.of("192.0.2.8"))).isEmpty();
        assertThat(crowds.waitOf(visiting.insurer(given.anInsurer().id()), OFFICE))
                .isEmpty();
    }

    @Test
    void anOfficeFromWhichMostLogInRightlyIsNoGuesser() throws Exception {
        transactions.commit(() -> {
            for (int i = 0; i < MOST + 2; i++) {
                crowds.right(insurer, OFFICE, i);
            }
        });
        fail(MOST + 1, OFFICE);

        assertThat(crowds.waitOf(insurer, OFFICE)).isEmpty();
    }

    /** Whoever has an account of his own could otherwise log in with it between any two guesses. */
    @Test
    void whoLogsInWithOneAccountAgainAndAgainIsAGuesserAllTheSame() throws Exception {
        transactions.commit(() -> {
            for (int i = 0; i < MOST + 2; i++) {
                crowds.right(insurer, OFFICE, 1);
            }
        });
        fail(MOST + 1, OFFICE);

        assertThat(crowds.waitOf(insurer, OFFICE)).isPresent();
    }

    @Test
    @Tag("ASVS-16.3.1")
    void thatAnAddressHasToWaitIsRecordedOnce() throws Exception {
        fail(MOST, OFFICE);
        assertThat(recorded.ofNobodyAt(insurer.id())).isEmpty();
        fail(10, OFFICE);

        assertThat(recorded.ofNobodyAt(insurer.id())).containsExactly(AuditEvent.ADDRESS_HELD_OFF);
    }

    /** Yesterday's row is swept away and a failure comes in, at the same time. */
    @Test
    void aFailureIsCountedAlsoWhereItsRowIsJustSweptAway() throws Exception {
        for (int times = 0; times < 20; times++) {
            fail(1, OFFICE);
            clock.moveBy(Duration.ofDays(1));
            AtomicBoolean sweeps = new AtomicBoolean();
            AtOnce.from(2, () -> {
                if (sweeps.compareAndSet(false, true)) {
                    leavings.sweep(Leavings.Leaving.CROWDS);
                } else {
                    fail(5, OFFICE);
                }
                return true;
            });
            fail(MOST - 4, OFFICE);

            assertThat(crowds.waitOf(insurer, OFFICE)).isPresent();
            clock.moveBy(CrowdPolicy.WINDOW);
        }
    }

    @Test
    void failuresOfTheLastQuarterOfAnHourAreForgotten() throws Exception {
        fail(MOST, OFFICE);
        clock.moveBy(CrowdPolicy.WINDOW);
        fail(MOST, OFFICE);

        assertThat(crowds.waitOf(insurer, OFFICE)).isEmpty();
    }

    @Test
    void manyFailuresFromEverywhereAreOneAlarm() throws Exception {
        for (int i = 0; i < 1001; i++) {
            fail(1, NetworkAddress.of("192.0.2." + i % 200));
        }

        assertThat(recorded.ofNobodyAt(insurer.id())).containsExactly(AuditEvent.GUESSING_ALARM);
    }

    private void fail(int times, NetworkAddress address) throws Exception {
        transactions.commit(() -> {
            for (int i = 0; i < times; i++) {
                crowds.failed(insurer, address);
            }
        });
    }
}
