package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditHistory.Entry;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class HistoryIT {

    @Inject
    AuditHistory history;

    @Inject
    AuditLog audit;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;
    private Instant begin;

    @BeforeEach
    void aMember() {
        account = given.anAccount();
        begin = clock.instant();
    }

    @Test
    void theLatestComesFirstWithItsTimeAndOrigin() {
        happen(account, AuditEvent.PASSWORD_PROVED, "192.0.2.1");
        clock.moveBy(Duration.ofSeconds(30));
        happen(account, AuditEvent.SECOND_FACTOR_PROVED, "192.0.2.2");

        assertThat(read(50))
                .containsExactly(
                        new Entry(begin.plusSeconds(30), AuditEvent.SECOND_FACTOR_PROVED, "192.0.2.2", ""),
                        new Entry(begin, AuditEvent.PASSWORD_PROVED, "192.0.2.1", ""));
    }

    @Test
    void whatHappenedInTheSameMomentStaysInItsOrder() {
        happen(account, AuditEvent.SECOND_FACTOR_REMOVED, "192.0.2.1");
        happen(account, AuditEvent.SIGNED_OUT_EVERYWHERE, "192.0.2.1");

        assertThat(read(50))
                .extracting(Entry::event)
                .containsExactly(AuditEvent.SIGNED_OUT_EVERYWHERE, AuditEvent.SECOND_FACTOR_REMOVED);
    }

    @Test
    void nobodyReadsOfAnothersAccount() {
        happen(given.anAccount(), AuditEvent.PASSWORD_REFUSED, "192.0.2.1");

        assertThat(read(50)).isEmpty();
    }

    @Test
    void whatIsTooOldOrSaysNothingToHimIsNotTold() {
        happen(account, AuditEvent.PASSWORD_CHANGED, "192.0.2.1");
        clock.moveBy(Duration.ofSeconds(1));
        begin = clock.instant();
        happen(account, AuditEvent.USER_ID_REFUSED, "192.0.2.1");
        happen(account, AuditEvent.EMAIL_CONFIRMED, "192.0.2.1");

        assertThat(read(50)).extracting(Entry::event).containsExactly(AuditEvent.EMAIL_CONFIRMED);
    }

    /** What says nothing to the member takes no line from what does. */
    @Test
    void ofManyTheLatestAreRead() {
        happen(account, AuditEvent.PASSWORD_CHANGED, "192.0.2.1");
        happen(account, AuditEvent.EMAIL_CONFIRMED, "192.0.2.1");
        happen(account, AuditEvent.EMAIL_CODE_RESENT, "192.0.2.1");
        happen(account, AuditEvent.RECOVERY_CODES_MADE, "192.0.2.1");

        assertThat(read(2))
                .extracting(Entry::event)
                .containsExactly(AuditEvent.RECOVERY_CODES_MADE, AuditEvent.EMAIL_CONFIRMED);
    }

    private List<Entry> read(int most) {
        return history.of(account.id(), HistoryWord.TOLD, begin, most);
    }

    private void happen(Account whose, AuditEvent event, String address) {
        try {
            transactions.commit(() ->
                    audit.record(event, whose.insurerId(), whose.id(), "", new AuditLog.Source(address, "TEST-TEST")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
