package jp.kenpo.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The portal looks at the seals of its record by itself. */
@InContainer
class AuditCheckerIT {

    @Inject
    AuditChecker checker;

    @Inject
    AuditChecks checks;

    @Inject
    AuditSealer sealer;

    @Inject
    AuditSeals seals;

    @Inject
    AuditLog audit;

    @Inject
    Transactions transactions;

    @Inject
    Given given;

    @Inject
    MovableClock clock;

    private Account account;

    @BeforeEach
    void aSealedRecord() throws Exception {
        account = given.anAccount();
        transactions.commit(() -> audit.record(AuditEvent.SIGNED_OUT, account.insurerId(), account.id(), "as it was"));
        Await.until("all is sealed", () -> {
            sealer.round();
            return !seals.areBehind();
        });
    }

    /** What a look finds that begins now. */
    private AuditCheck look() {
        clock.moveBy(Duration.ofSeconds(1));
        Instant before = clock.instant();
        checks.ask();
        Await.until("the seals are looked at", () -> {
            checker.round();
            return !checks.isAwaited();
        });
        AuditCheck latest = checks.latest().orElseThrow();
        assertThat(latest.endedAt().orElseThrow()).isAfterOrEqualTo(before);
        return latest;
    }

    private void tell(String detail) {
        transactions.change("update audit_entry set detail = ?1 where account_id = ?2", detail, account.id());
    }

    @Test
    @Tag("ASVS-16.4.2")
    void whatIsAskedForFindsWhatWasChanged() {
        assertThat(look().fault()).isEmpty();

        tell("as it never was");
        String fault;
        try {
            fault = look().fault().orElse("");
        } finally {
            tell("as it was");
        }

        assertThat(fault).startsWith("seal ").contains("was changed or exchanged");
        assertThat(look().fault()).isEmpty();
    }

    @Test
    void eachDayItLooksUnasked() {
        Instant before = look().endedAt().orElseThrow();
        clock.moveBy(Duration.ofHours(25));

        checker.round();

        Await.until(
                "it has looked",
                () -> checks.latest()
                        .flatMap(AuditCheck::endedAt)
                        .filter(ended -> ended.isAfter(before.plus(Duration.ofDays(1))))
                        .isPresent());
    }

    @Test
    void whoeverAsksWhileOneIsAwaitedAsksForNoMore() {
        look();
        Object asked = transactions.rows("select count(*) from audit_check").get(0);

        checks.ask();
        checks.ask();
        checker.round();
        Await.until("it is over", () -> !checks.isAwaited());

        assertThat(((Number) transactions
                                .rows("select count(*) from audit_check")
                                .get(0))
                        .longValue())
                .isEqualTo(((Number) asked).longValue() + 1);
    }
}
