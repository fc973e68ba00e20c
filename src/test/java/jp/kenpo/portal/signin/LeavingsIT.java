package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of sign-ins when it is swept. */
@InContainer
class LeavingsIT {

    @Inject
    Leavings leavings;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;
    private SecretToken token;

    @BeforeEach
    void aMemberOnAVisit() {
        account = given.anAccount();
        token = visiting.begin(account);
    }

    @Test
    void aVisitOfTodayIsLeftAlone() {
        sweep();

        assertThat(visiting.visit(account, token).caller()).isPresent();
    }

    @Test
    void aVisitThatTimedOutYesterdayStillSaysSo() {
        clock.moveBy(Duration.ofDays(1));
        sweep();

        assertThat(visiting.visit(account, token).past()).isPresent();
    }

    @Test
    void afterAWeekNothingIsKnownOfIt() {
        clock.moveBy(Duration.ofDays(7));
        sweep();

        assertThat(visiting.visit(account, token).past()).isEmpty();
    }

    @Test
    void aCountOfGuessesGoesOnlyWhenNobodyTriedForAQuarterOfAYear() {
        Instant now = clock.instant();
        String kept = aCountOf(now.minus(Duration.ofDays(89)));
        String gone = aCountOf(now.minus(Duration.ofDays(90)));

        sweep();

        assertThat(counts(kept)).isOne();
        assertThat(counts(gone)).isZero();
    }

    private void sweep() {
        Stream.of(Leavings.Leaving.values()).forEach(leavings::sweep);
    }

    private String aCountOf(Instant tried) {
        String subject = "leavings " + account.id() + " " + tried;
        transactions.change(
                "insert into guess_budget (kind, subject, failures, tried_at) values ('PASSWORD', ?1, 6, ?2)",
                subject,
                tried.atOffset(ZoneOffset.UTC));
        return subject;
    }

    private int counts(String subject) {
        return transactions
                .rows("select subject from guess_budget where subject = ?1", subject)
                .size();
    }
}
