package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.OneTimePassword;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SecondFactor;
import jp.kenpo.portal.signin.SignIn;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class PasswordChangeIT {

    private static final String FORMER = "Hokenjo2026sho";
    private static final String NEW = "Anotherpass2026";
    private static final Proving WRONG = Proving.refused("current-password.wrong");
    private static final NetworkAddress ADDRESS = NetworkAddress.of("192.0.2.9");

    @Inject
    PasswordChange passwordChange;

    @Inject
    PasswordHashing hashing;

    @Inject
    SecondFactor secondFactor;

    @Inject
    SignIn signIn;

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
    private SecretToken elsewhere;
    private Caller caller;

    @BeforeEach
    void aMemberWhoHasJustSignedInAndIsSignedInElsewhere() {
        account = given.anAccount();
        transactions.change(
                "update account set password_hash = ?1 where id = ?2",
                hashing.hash(FORMER).phc(),
                account.id());
        TotpDevice device = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
        elsewhere = visiting.begin(account);
        caller = visiting.beginWith(account, device);
    }

    @Test
    @Tag("ASVS-6.2.2")
    void theNewPasswordSignsInAndTheFormerOneDoesNoMore() {
        SecretToken token = ((Proving.Proved) change(FORMER, false)).token();

        assertThat(logIn(FORMER)).isEqualTo(Proving.refused("password.wrong"));
        assertThat(logIn(NEW)).isInstanceOf(Proving.Proved.class);
        assertThat(visiting.visit(account, token).caller()).as("this visit").isPresent();
        assertThat(visiting.visit(account, elsewhere).caller())
                .as("the visit elsewhere")
                .isPresent();
        assertThat(recorded.of(account.id()))
                .contains(AuditEvent.PASSWORD_CHANGED)
                .doesNotContain(AuditEvent.SIGNED_OUT_EVERYWHERE);
    }

    @Test
    void whoeverStoleTheTokenBeforeHoldsNothingAfterwards() {
        change(FORMER, false);

        assertThat(visiting.visit(insurer.id(), caller.tokenHash()).caller()).isEmpty();
    }

    @Test
    @Tag("ASVS-6.3.7")
    void theMemberIsToldOfIt() {
        transactions.change(
                "update member set roster_email = 'taro@roster.example' where id = ?1",
                account.memberId().orElseThrow());

        change(FORMER, false);

        assertThat(mails()).hasToString("[PASSWORD_CHANGED]");
    }

    @Test
    @Tag("ASVS-7.4.3")
    void whereItIsWishedEveryOtherVisitEnds() {
        SecretToken token = ((Proving.Proved) change(FORMER, true)).token();

        assertThat(visiting.visit(account, token).caller()).as("this visit").isPresent();
        assertThat(visiting.visit(account, elsewhere).caller())
                .as("the visit elsewhere")
                .isEmpty();
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.SIGNED_OUT_EVERYWHERE);
    }

    @Test
    @Tag("ASVS-6.2.3")
    void whoDoesNotKnowTheCurrentPasswordSetsNone() {
        assertThat(change("Hokenjo2026SHO", true)).isEqualTo(WRONG);

        assertThat(logIn(FORMER)).isInstanceOf(Proving.Proved.class);
        assertThat(visiting.visit(account, elsewhere).caller()).isPresent();
        assertThat(recorded.reasonsOf(account.id())).containsExactly("current-password.wrong");
        assertThat(recorded.of(account.id()))
                .contains(AuditEvent.PASSWORD_REFUSED)
                .doesNotContain(AuditEvent.PASSWORD_CHANGED);
    }

    /** One count for both, or the page would be a second place to guess. */
    @Test
    @Tag("ASVS-6.3.1")
    void itCannotBeGuessedHereAndAtTheLoginInTurns() {
        for (int i = 0; i < 4; i++) {
            assertThat(change("guess" + i, false)).isEqualTo(WRONG);
        }
        assertThat(logIn("guess4")).isEqualTo(Proving.refused("password.wrong"));

        assertThat(change(FORMER, false)).isEqualTo(Proving.refused("current-password.wait", Duration.ofSeconds(30)));
        assertThat(logIn(FORMER)).isEqualTo(Proving.refused("password.wait", Duration.ofSeconds(30)));
        clock.moveBy(Duration.ofSeconds(31));
        assertThat(change(FORMER, false)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void theOwnerIsToldOfManyGuesses() {
        transactions.change(
                "update member set roster_email = 'taro@roster.example' where id = ?1",
                account.memberId().orElseThrow());

        for (int i = 0; i < 10; i++) {
            change("guess" + i, false);
            clock.moveBy(Duration.ofHours(1));
        }

        assertThat(mails()).hasToString("[MANY_REFUSALS]");
    }

    @Test
    void whatWasGuessedAtTheFormerPasswordFromElsewhereCountsNoMore() {
        visiting.signInFully(account, "own-device");
        for (int i = 0; i < 5; i++) {
            logIn("guess" + i);
        }

        Proving outcome = passwordChange.change(
                insurer, caller, Optional.of("own-device"), new PasswordChange.Wish(FORMER, NEW, false));

        assertThat(outcome).isInstanceOf(Proving.Proved.class);
        assertThat(logIn(NEW)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    @Tag("ASVS-7.5.1")
    void nothingChangesWhereTheSecondFactorWasShownFiveMinutesAgo() {
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(change(FORMER, true)).isEqualTo(new Proving.Overtaken());
        assertThat(logIn(FORMER)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void theSameFormTwiceIsAnsweredAsOnce() throws Exception {
        List<Proving> outcomes = OwnRequests.atOnce(2, () -> change(FORMER, true));

        assertThat(outcomes.get(0)).isInstanceOf(Proving.Proved.class).isEqualTo(outcomes.get(1));
        assertThat(recorded.of(account.id()))
                .filteredOn(AuditEvent.PASSWORD_CHANGED::equals)
                .hasSize(1);
        assertThat(logIn(NEW)).isInstanceOf(Proving.Proved.class);
    }

    /** The one who was slower had the former password compared, which is right no more. */
    @Test
    void ofTwoVisitsThatChangeItAtOnceOneDoes() throws Exception {
        TotpDevice second = app.setUpBefore(account);
        Proving proved = secondFactor.withCode(
                insurer,
                visiting.beginAsCaller(account),
                second,
                new OneTimePassword(app.codeOf(second)),
                Optional.empty());
        Caller other = visiting.caller(account, ((Proving.Proved) proved).token());

        List<Proving> outcomes =
                OwnRequests.atOnce(List.of(() -> change(caller, NEW), () -> change(other, "Thirdpass2026x")));

        assertThat(outcomes).filteredOn(Proving.Proved.class::isInstance).hasSize(1);
        assertThat(recorded.of(account.id()))
                .filteredOn(AuditEvent.PASSWORD_CHANGED::equals)
                .hasSize(1);
    }

    private Proving change(String typed, boolean everywhereElse) {
        return passwordChange.change(
                insurer, caller, Optional.empty(), new PasswordChange.Wish(typed, NEW, everywhereElse));
    }

    private Proving change(Caller by, String chosen) {
        return passwordChange.change(insurer, by, Optional.empty(), new PasswordChange.Wish(FORMER, chosen, false));
    }

    private Proving logIn(String password) {
        return signIn.withPassword(insurer, account.userId(), password, ADDRESS, "");
    }

    private List<?> mails() {
        return transactions.rows("select template from outgoing_mail where insurer_id = ?1", insurer.id());
    }
}
