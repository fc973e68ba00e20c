package jp.kenpo.portal.guesses;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.GuessPolicy;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tries that overlap, as nobody's pages make them but a program's do. */
@InContainer
@Tag("ASVS-6.1.1")
class GuessBudgetsIT {

    private static final GuessPolicy POLICY = InsurerPolicy.standard().guesses();

    @Inject
    GuessBudgets budgets;

    @Inject
    MovableClock clock;

    private Budget budget;

    @BeforeEach
    void fourFailures() {
        budget = new Budget(Kind.ONE_TIME_PASSWORD, UUID.randomUUID().toString(), Optional.empty());
        for (int i = 0; i < 4; i++) {
            budgets.reserve(budget, POLICY);
        }
    }

    @Test
    void aTryTakenBackBringsNoWait() {
        budgets.giveBack((Try.Granted) budgets.reserve(budget, POLICY));

        assertThat(budgets.reserve(budget, POLICY)).isInstanceOf(Try.Granted.class);
    }

    @Test
    void ofTwoHundredTriesAtOnceOneIsTheFifthAndAllOthersWait() throws Exception {
        List<Try> tries = AtOnce.from(200, () -> budgets.reserve(budget, POLICY));

        assertThat(tries.stream().filter(Try.Granted.class::isInstance)).hasSize(1);
        assertThat(tries.stream().filter(new Try.TooSoon(Duration.ofSeconds(30))::equals))
                .hasSize(199);
    }

    /** A replayed code, which is no guess, would else save its sender the wait for a guess at the same time. */
    @Test
    void aTryTakenBackLeavesTheWaitThatALaterOneBrought() {
        Budget other = new Budget(Kind.ONE_TIME_PASSWORD, UUID.randomUUID().toString(), Optional.empty());
        for (int i = 0; i < 3; i++) {
            budgets.reserve(other, POLICY);
        }
        Try.Granted replay = (Try.Granted) budgets.reserve(other, POLICY);
        budgets.reserve(other, POLICY);
        budgets.giveBack(replay);

        assertThat(budgets.reserve(other, POLICY)).isEqualTo(new Try.TooSoon(Duration.ofSeconds(30)));
    }

    @Test
    void afterTheWaitTheNextTryIsGrantedAndTheNextWaitIsLonger() {
        budgets.reserve(budget, POLICY);
        clock.moveBy(Duration.ofSeconds(30));
        budgets.reserve(budget, POLICY);

        assertThat(budgets.reserve(budget, POLICY)).isEqualTo(new Try.TooSoon(Duration.ofMinutes(1)));
    }
}
