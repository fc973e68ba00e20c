package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.CountedHashing;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Statements;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class SignInIT {

    private static final NetworkAddress ADDRESS = NetworkAddress.of("192.0.2.7");

    private static final String OWN = "himitsu-2026";
    private static final Proving WRONG = Proving.refused("password.wrong");

    @Inject
    SignIn signIn;

    @Inject
    Accounts accounts;

    @Inject
    CountedHashing hashing;

    @Inject
    Statements statements;

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

    private Insurer insurer;

    @BeforeEach
    void anInsurerOfItsOwn() {
        insurer = given.anInsurer();
    }

    @Test
    void theInitialPasswordOpensAVisit() {
        Account account = given.anAccount(insurer, "testuser");

        Proving outcome = tryAs("testuser", initialPassword(account));

        Visit visit = visiting.visit(account, ((Proving.Proved) outcome).token());
        assertThat(visit.caller()).map(Caller::accountId).contains(account.id());
        assertThat(visit.step()).isEqualTo(new SignInStep.NeedsBirthDate());
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.PASSWORD_PROVED);
    }

    @Test
    void capitalsFullWidthAndHyphensAreNoMistake() {
        Account account = given.anAccount(insurer, "testuser");
        String number = accounts.find(insurer.id(), new UserId("testuser"))
                .orElseThrow()
                .owner()
                .insured()
                .orElseThrow()
                .number()
                .number();

        Proving capitals = tryAs("TESTUSER", initialPassword(account));
        Proving fullWidth = tryAs("ｔｅｓｔｕｓｅｒ", "９９９９" + number + "１９８０１２０１");
        Proving hyphens = tryAs(" testuser ", "9999-" + number + "－1980/12/01");

        assertThat(List.of(capitals, fullWidth, hyphens)).hasOnlyElementsOfType(Proving.Proved.class);
    }

    @Test
    @Tag("ASVS-16.3.1")
    @Tag("ASVS-6.4.1")
    void theMembersOwnPasswordOpensAVisitAndTheInitialOneDoesNotAnyMore() throws Exception {
        Account account = anAccountWithPassword("testuser");

        Proving initial = tryAs("testuser", initialPassword(account));
        Proving own = tryAs("testuser", OWN);

        assertThat(initial).isEqualTo(WRONG);
        assertThat(own).isInstanceOf(Proving.Proved.class);
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.PASSWORD_REFUSED, AuditEvent.PASSWORD_PROVED);
    }

    @Test
    void thatAnEndedMembershipKeptSomebodyOutIsRecorded() {
        Account account = given.anAccount(insurer, "testuser");
        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2",
                LocalDate.ofInstant(clock.instant(), Clocks.JAPAN),
                account.memberId().orElseThrow());

        tryAs("testuser", initialPassword(account));

        assertThat(recorded.of(account.id()))
                .containsExactly(AuditEvent.PASSWORD_PROVED, AuditEvent.MEMBERSHIP_ENDED_REFUSED);
    }

    @Test
    void thatAResetPasswordTooOldKeptSomebodyOutIsRecorded() {
        Account account = given.anAccount(insurer, "testuser");
        transactions.change(
                "update account set initial_password_expires_at = ?1 where id = ?2",
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                account.id());

        tryAs("testuser", initialPassword(account));

        assertThat(recorded.of(account.id()))
                .containsExactly(AuditEvent.PASSWORD_PROVED, AuditEvent.INITIAL_PASSWORD_EXPIRED_REFUSED);
    }

    @Test
    @Tag("ASVS-16.3.1")
    void anUnknownUserIdIsRecordedWithoutAnAccount() {
        Proving outcome = tryAs("nobody-0", "wrong");

        assertThat(outcome).isEqualTo(WRONG);
        assertThat(recorded.ofNobodyAt(insurer.id())).containsExactly(AuditEvent.PASSWORD_REFUSED);
    }

    @Test
    @Tag("ASVS-16.3.1")
    void whyALoginWasRefusedIsRecorded() {
        Account account = given.anAccount(insurer, "testuser");
        failFiveTimes("testuser");
        tryAs("testuser", "wrong");

        assertThat(recorded.reasonsOf(account.id()))
                .hasSize(6)
                .startsWith("password.wrong")
                .endsWith("password.wait");
    }

    @Test
    void everyRefusalCostsTheSame() throws Exception {
        anAccountWithPassword("with-own");
        given.anAccount(insurer, "at-initial");
        anAccountWithPassword("waiting");
        failFiveTimes("waiting");
        failFiveTimes("nobody-2");

        List<String> unknown = costOf("nobody-1");

        assertThat(unknown).contains("1 hash").hasSizeGreaterThan(4);
        assertThat(costOf("with-own")).isEqualTo(unknown);
        assertThat(costOf("at-initial")).isEqualTo(unknown);
        assertThat(costOf("waiting")).isEqualTo(unknown);
        assertThat(costOf("nobody-2")).isEqualTo(unknown);
    }

    @Test
    void theSameIsSaidOfAKnownAndAnUnknownUserId() {
        given.anAccount(insurer, "testuser");
        List<Proving> ofKnown = failFiveTimes("testuser");
        List<Proving> ofUnknown = failFiveTimes("nobody-1");

        Proving known = tryAs("testuser", "wrong");
        Proving unknown = tryAs("nobody-1", "wrong");

        assertThat(ofKnown).isEqualTo(ofUnknown).containsOnly(WRONG);
        assertThat(known).isEqualTo(unknown);
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaits() {
        Account account = given.anAccount(insurer, "testuser");
        failFiveTimes("testuser");

        Proving sixth = tryAs("testuser", initialPassword(account));
        clock.moveBy(Duration.ofSeconds(30));
        Proving afterTheWait = tryAs("testuser", initialPassword(account));

        assertThat(sixth).isEqualTo(Proving.refused("password.wait", Duration.ofSeconds(30)));
        assertThat(afterTheWait).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void theRightPasswordWipesTheCount() {
        Account account = given.anAccount(insurer, "testuser");
        Collections.nCopies(4, "wrong").forEach(password -> tryAs("testuser", password));

        tryAs("testuser", initialPassword(account));
        List<Proving> afterwards = failFiveTimes("testuser");

        assertThat(afterwards).containsOnly(WRONG);
    }

    @Test
    void ofTwoHundredGuessesAtOnceOnlyTheFreeOnesAreVerified() throws Exception {
        given.anAccount(insurer, "testuser");
        CurrentInsurer current = visiting.insurer(insurer.id());

        List<Proving> outcomes = OwnRequests.atOnce(
                200, () -> signIn.withPassword(current, new UserId("testuser"), "wrong", ADDRESS, ""));

        assertThat(Collections.frequency(outcomes, WRONG)).isEqualTo(5);
        assertThat(Collections.frequency(outcomes, Proving.refused("password.wait", Duration.ofSeconds(30))))
                .isEqualTo(195);
    }

    @Test
    void theSameUserIdIsCountedApartAtEachInsurer() {
        given.anAccount(insurer, "testuser");
        failFiveTimes("testuser");
        Insurer other = given.anInsurer();
        Account elsewhere = given.anAccount(other, "testuser");

        Proving outcome = signIn.withPassword(
                visiting.insurer(other.id()), new UserId("testuser"), initialPassword(elsewhere), ADDRESS, "");

        assertThat(outcome).isInstanceOf(Proving.Proved.class);
    }

    private Account anAccountWithPassword(String userId) throws Exception {
        Account account = given.anAccount(insurer, userId);
        transactions.commit(() -> accounts.lock(account.id()).setPassword(hashing.hash(OWN), clock.instant()));
        return account;
    }

    private List<Proving> failFiveTimes(String userId) {
        return Collections.nCopies(5, "wrong").stream()
                .map(password -> tryAs(userId, password))
                .toList();
    }

    /** What the database and the hash are asked for a refusal. */
    private List<String> costOf(String userId) {
        CurrentInsurer current = visiting.insurer(insurer.id());
        int before = hashing.comparisons();
        List<String> cost = new ArrayList<>(
                statements.of(() -> signIn.withPassword(current, new UserId(userId), "wrong", ADDRESS, "")));
        cost.add(hashing.comparisons() - before + " hash");
        return cost;
    }

    private Proving tryAs(String userId, String password) {
        return signIn.withPassword(visiting.insurer(insurer.id()), UserId.typed(userId), password, ADDRESS, "");
    }

    private String initialPassword(Account account) {
        return "9999"
                + accounts.find(account.insurerId(), account.userId())
                        .orElseThrow()
                        .owner()
                        .insured()
                        .orElseThrow()
                        .number()
                        .number()
                + "19801201";
    }
}
