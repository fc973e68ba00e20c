package jp.kenpo.portal.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.RecoveryCode;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class RecoveryCodeSignInIT {

    private static final Proving WRONG = Proving.refused("recovery-code.wrong");
    private static final Proving USED = Proving.refused("recovery-code.used");
    private static final RecoveryCode NOBODYS = new RecoveryCode("222222222222");

    @Inject
    RecoveryCodeSignIn signIn;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    AuthenticatorApp app;

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

    private Account account;
    private CurrentInsurer insurer;
    private List<RecoveryCode> codes;

    @BeforeEach
    void aMemberWhoLostHisPhoneButNotHisSheet() throws Exception {
        account = given.anAccount();
        app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
        codes = keepNewOnes();
    }

    private List<RecoveryCode> keepNewOnes() throws Exception {
        RecoveryCodes.Made made = recoveryCodes.make();
        transactions.commit(() -> recoveryCodes.keep(account.id(), 1, made));
        return made.codes();
    }

    @Test
    @Tag("ASVS-6.5.1")
    void eachCodeProvesTheSecondFactorOnce() {
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        for (RecoveryCode code : codes) {
            Caller caller = visiting.beginAsCaller(account);
            Proving.Proved proved = (Proving.Proved) show(caller, code);
            assertThat(visiting.caller(account, proved.token()).evidence().secondFactorAt())
                    .contains(clock.instant());
        }

        assertThat(recoveryCodes.left(account.id())).isZero();
        assertThat(show(visiting.beginAsCaller(account), codes.get(3))).isEqualTo(USED);
        assertThat(recorded.of(account.id())).contains(AuditEvent.RECOVERY_CODE_USED, AuditEvent.RECOVERY_CODE_REFUSED);
    }

    @Test
    void ofTwentyVisitsThatComeWithOneCodeAtOnceOneIsProved() throws Exception {
        List<Callable<Proving>> visits = Stream.generate(() -> visiting.beginAsCaller(account))
                .limit(20)
                .<Callable<Proving>>map(caller -> () -> show(caller, codes.get(0)))
                .toList();

        List<Proving> outcomes = OwnRequests.atOnce(visits);

        assertThat(outcomes).filteredOn(Proving.Proved.class::isInstance).hasSize(1);
        assertThat(recoveryCodes.left(account.id())).isEqualTo(9);
    }

    @Test
    void theSameFormTwiceIsAnsweredAsOnce() throws Exception {
        Caller caller = visiting.beginAsCaller(account);

        List<Proving> outcomes = OwnRequests.atOnce(2, () -> show(caller, codes.get(0)));

        assertThat(outcomes.get(0)).isInstanceOf(Proving.Proved.class).isEqualTo(outcomes.get(1));
        assertThat(recoveryCodes.left(account.id())).isEqualTo(9);
    }

    @Test
    void newCodesAreTheEndOfTheFormerOnes() throws Exception {
        keepNewOnes();

        assertThat(show(visiting.beginAsCaller(account), codes.get(0))).isEqualTo(WRONG);
        assertThat(recoveryCodes.left(account.id())).isEqualTo(10);
    }

    @Test
    @Tag("ASVS-6.3.1")
    void theyCannotBeGuessed() {
        Caller caller = visiting.beginAsCaller(account);
        for (int i = 0; i < 5; i++) {
            assertThat(show(caller, NOBODYS)).isEqualTo(WRONG);
        }

        Proving early = show(caller, codes.get(0));

        assertThat(early)
                .isInstanceOfSatisfying(
                        Proving.Refused.class,
                        refused -> assertThat(refused.why().key()).isEqualTo("recovery-code.wait"));
        clock.moveBy(Duration.ofMinutes(9));
        assertThat(show(visiting.beginAsCaller(account), codes.get(0))).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void anotherMembersCodeIsWorthNothing() {
        Account other = given.anAccount();
        app.setUpBefore(other);

        Proving outcome = signIn.withCode(
                visiting.insurerOf(other), visiting.beginAsCaller(other), codes.get(0), Optional.empty());

        assertThat(outcome).isEqualTo(WRONG);
        assertThat(recoveryCodes.left(account.id())).isEqualTo(10);
    }

    @Test
    @Tag("ASVS-6.5.2")
    void theDatabaseHoldsNoCode() {
        String rows = transactions.rows("select hash from recovery_code where account_id = ?1", account.id())
                + transactions
                        .rows("select sealed_codes from recovery_sheet where account_id = ?1", account.id())
                        .stream()
                        .map(bytes -> new String((byte[]) bytes, ISO_8859_1))
                        .toList()
                        .toString();

        assertThat(codes).allSatisfy(code -> assertThat(rows).doesNotContain(code.value()));
        assertThat(rows).contains("$argon2id$");
    }

    @Test
    void theyAreShownToTheVisitThatMadeThemUntilTheyArePutAway() {
        assertThat(recoveryCodes.shown(account.id(), 1).orElseThrow().codes()).isEqualTo(codes);
        assertThat(recoveryCodes.shown(account.id(), 2)).isEmpty();

        clock.moveBy(Duration.ofMinutes(30));
        assertThat(recoveryCodes.shown(account.id(), 1)).isEmpty();
    }

    @Test
    void whatWasPutAwayIsNowhereAnyMore() {
        long sheet = recoveryCodes.shown(account.id(), 1).orElseThrow().sheet();

        assertThat(recoveryCodes.putAway(account.id(), 1, sheet)).isTrue();

        assertThat(recoveryCodes.shown(account.id(), 1)).isEmpty();
        assertThat(transactions.rows("select account_id from recovery_sheet where account_id = ?1", account.id()))
                .isEmpty();
        assertThat(show(visiting.beginAsCaller(account), codes.get(0))).isInstanceOf(Proving.Proved.class);
    }

    /** Else whoever ticks the box in an old tab would lose the codes that another one has just made. */
    @Test
    void aSheetIsPutAwayByWhoSawIt() throws Exception {
        long former = recoveryCodes.shown(account.id(), 1).orElseThrow().sheet();
        clock.moveBy(Duration.ofSeconds(11));
        List<RecoveryCode> present = keepNewOnes();

        assertThat(recoveryCodes.putAway(account.id(), 1, former)).isFalse();
        assertThat(recoveryCodes.shown(account.id(), 1).orElseThrow().codes()).isEqualTo(present);
    }

    @Test
    void whoSignsInFullyMakesRoomForGuessesOfHisOwn() {
        Caller caller = visiting.beginAsCaller(account);
        for (int i = 0; i < 5; i++) {
            show(caller, NOBODYS);
        }

        visiting.signInFully(account, "mark");

        assertThat(show(visiting.beginAsCaller(account), codes.get(0))).isInstanceOf(Proving.Proved.class);
    }

    private Proving show(Caller caller, RecoveryCode code) {
        return signIn.withCode(insurer, caller, code, Optional.empty());
    }
}
