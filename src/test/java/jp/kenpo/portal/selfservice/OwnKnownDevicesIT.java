package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.KnownDevice;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.UserAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class OwnKnownDevicesIT {

    private final String here = UUID.randomUUID().toString();
    private final String elsewhere = UUID.randomUUID().toString();

    @Inject
    OwnKnownDevices ownKnownDevices;

    @Inject
    KnownDevices knownDevices;

    @Inject
    Visiting visiting;

    @Inject
    Recorded recorded;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer insurer;
    private Account account;
    private Caller caller;

    @BeforeEach
    void aMemberWithTwoDevices() {
        insurer = given.anInsurer();
        account = given.anAccount(insurer, "testuser");
        visiting.signInFully(account, elsewhere);
        clock.moveBy(Duration.ofSeconds(90));
        visiting.signInFully(account, here);
        caller = visiting.beginAsCaller(account);
    }

    @Test
    void aMemberSeesWhatHeSignedInWithAndWhichIsThisOne() {
        Instant now = clock.instant();

        assertThat(list())
                .extracting(KnownDevice::knownSince, KnownDevice::lastSignInAt, KnownDevice::here)
                .containsExactly(tuple(now, now, true), tuple(now.minusSeconds(90), now.minusSeconds(90), false));
    }

    /** Those of former releases, too, as soon as somebody signs in with them again. */
    @Test
    void itsBrowserIsNotedAtEachSignIn() {
        transactions.change("update known_device set device = null where account_id = ?1", account.id());
        assertThat(list()).extracting(KnownDevice::device).containsOnly(UserAgent.UNKNOWN);

        visiting.signInFully(account, here);

        assertThat(transactions.rows(
                        "select device from known_device where account_id = ?1 and device is not null", account.id()))
                .hasToString("[unknown unknown]");
    }

    @Test
    void whatIsForgottenIsAStranger() {
        Change outcome = ownKnownDevices.forget(caller, idOf(elsewhere));

        assertThat(outcome).isEqualTo(new Change.Made());
        assertThat(knownDevices.find(elsewhere, account.id())).isEmpty();
        assertThat(knownDevices.find(elsewhere, insurer.id(), account.userId())).isEmpty();
        assertThat(knownDevices.find(here, account.id())).isPresent();
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.KNOWN_DEVICE_FORGOTTEN);
    }

    @Test
    void thisVeryDeviceMayBeForgottenAndIsKnownAgainAfterTheNextSignIn() {
        ownKnownDevices.forget(caller, idOf(here));
        assertThat(knownDevices.find(here, account.id())).isEmpty();
        assertThat(visiting.visit(account.insurerId(), caller.tokenHash()).caller())
                .as("still signed in")
                .isPresent();

        visiting.signInFully(account, here);

        assertThat(knownDevices.find(here, account.id())).isPresent();
    }

    @Test
    void allOthersAreForgotten() {
        assertThat(ownKnownDevices.forgetOthers(caller, here)).isEqualTo(new Change.Made());
        assertThat(ownKnownDevices.forgetOthers(caller, here)).isEqualTo(new Change.Made());

        assertThat(list()).extracting(KnownDevice::here).containsExactly(true);
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.KNOWN_DEVICES_FORGOTTEN);
    }

    @Test
    void aSecondClickIsNoFault() throws Exception {
        long forgotten = idOf(elsewhere);
        Callable<Change> click = () -> ownKnownDevices.forget(caller, forgotten);

        assertThat(OwnRequests.atOnce(2, click)).containsOnly(new Change.Made());
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.KNOWN_DEVICE_FORGOTTEN);
    }

    /** Those who share a computer share its mark, but each has it in a row of his own. */
    @Test
    void nobodyForgetsAnothersDevice() {
        Account neighbour = given.anAccount(insurer, "neighbour");
        visiting.signInFully(neighbour, here);
        long neighbours = knownDevices.list(neighbour.id(), here).get(0).id();

        ownKnownDevices.forget(caller, neighbours);
        ownKnownDevices.forget(caller, 0);
        ownKnownDevices.forgetOthers(caller, elsewhere);

        assertThat(knownDevices.find(here, neighbour.id())).isPresent();
        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.KNOWN_DEVICE_FORGOTTEN);
    }

    @Test
    void whoWasSignedOutForgetsNothing() {
        transactions.change("update account set epoch = epoch + 1 where id = ?1", account.id());

        assertThat(ownKnownDevices.forget(caller, idOf(elsewhere))).isEqualTo(new Change.NotNow());
        assertThat(ownKnownDevices.forgetOthers(caller, here)).isEqualTo(new Change.NotNow());
        assertThat(list()).hasSize(2);
    }

    @Test
    void whatWasNotSignedInWithForAYearIsNotShown() {
        clock.moveBy(KnownDevices.LIFE.minusSeconds(90));

        assertThat(list()).extracting(KnownDevice::here).containsExactly(true);
    }

    private List<KnownDevice> list() {
        return knownDevices.list(account.id(), here);
    }

    private long idOf(String mark) {
        return knownDevices.list(account.id(), mark).stream()
                .filter(KnownDevice::here)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
