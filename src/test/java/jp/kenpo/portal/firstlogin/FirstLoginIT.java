package jp.kenpo.portal.firstlogin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.NewPassword;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SignIn;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.Visit;
import jp.kenpo.portal.signin.Visits;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class FirstLoginIT {

    private static final NetworkAddress ADDRESS = NetworkAddress.of("192.0.2.7");

    @Inject
    FirstLogin firstLogin;

    @Inject
    UserIdChoice userIdChoice;

    @Inject
    NewPassword newPassword;

    @Inject
    EmailStep emailStep;

    @Inject
    TotpSetup totpSetup;

    @Inject
    PasswordHashing hashing;

    @Inject
    SignIn signIn;

    @Inject
    SignInSessions sessions;

    @Inject
    Visits visits;

    @Inject
    Terms terms;

    @Inject
    Given given;

    @Inject
    Recorded recorded;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer insurer;
    private Account account;
    private SecretToken token;

    @BeforeEach
    void aMemberWhoLoggedInWithTheResetPassword() throws Exception {
        insurer = given.anInsurer();
        account = given.anAccount(insurer, "testuser");
        token = open();
    }

    @Test
    void theBirthDateIsAskedForFiveTimesBeforeItWaits() {
        BirthDate wrong = new BirthDate(LocalDate.of(1900, 1, 1));
        for (int left = 4; left > 0; left--) {
            assertThat(confirm(wrong)).contains(Refusal.of("birth-date.wrong", Integer.toString(left)));
        }
        assertThat(confirm(wrong)).contains(Refusal.of("birth-date.wrong-wait", Duration.ofSeconds(30)));
        assertThat(confirm(new BirthDate(Given.BIRTH_DATE)))
                .contains(Refusal.of("birth-date.wait", Duration.ofSeconds(30)));

        clock.moveBy(Duration.ofSeconds(31));

        assertThat(confirm(new BirthDate(Given.BIRTH_DATE))).isEmpty();
    }

    /** Else the page would say of every user ID whether somebody has it. */
    @Test
    void whoAsksAfterManyUserIdsOfOthersHasToWait() {
        for (int i = 0; i < 5; i++) {
            given.anAccount(insurer, "taken-" + i + "x");
            assertThat(userIdChoice.judge(visit().insurer(), caller(), new UserId("taken-" + i + "x")))
                    .contains(Refusal.of("user-id.taken"));
        }

        assertThat(userIdChoice.judge(visit().insurer(), caller(), new UserId("free-2026")))
                .contains(Refusal.of("user-id.wait", Duration.ofSeconds(30)));
        assertThat(userIdChoice.judge(visit().insurer(), caller(), account.userId()))
                .isEmpty();
        assertThat(recorded.of(account.id())).containsOnly(AuditEvent.USER_ID_REFUSED);
    }

    @Test
    void whoAsksAfterFreeUserIdsDoesNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(userIdChoice.judge(visit().insurer(), caller(), new UserId("free-202" + i)))
                    .isEmpty();
        }
    }

    @Test
    void termsAcceptedTwiceAreAcceptedOnceWithTheHashOfTheirText() {
        firstLogin.acceptTerms(caller(), terms.inForce(visit().insurer()).current(), Language.JA);
        firstLogin.acceptTerms(caller(), terms.inForce(visit().insurer()).current(), Language.JA);

        assertThat(transactions.rows(
                        "select number, language, length(text_sha256) from terms_acceptance where account_id = ?1",
                        account.id()))
                .hasSize(1);
    }

    @Test
    void theResetPasswordAndWhatRestsOnItDieWithTheNewOne() throws Exception {
        SecretToken elsewhere = open();

        setPassword(false);

        assertThat(visit().caller()).as("this visit").isPresent();
        assertThat(visits.find(given.authority(insurer), elsewhere.hash())
                        .orElseThrow()
                        .caller())
                .as("the other visit")
                .isEmpty();
        assertThat(signIn.withPassword(
                        visit().insurer(), new UserId("testuser"), given.resetPassword(account), ADDRESS, ""))
                .isEqualTo(Proving.refused("password.wrong"));
        assertThat(signIn.withPassword(visit().insurer(), new UserId("testuser"), "Hokenjo2026sho", ADDRESS, ""))
                .isInstanceOf(Proving.Proved.class);
    }

    @Test
    void aConfirmationCodeDiesAfterTenMinutesAndANewOneWaitsAMinute() {
        EmailAddress address = new EmailAddress("taro@example.jp");
        emailStep.enter(visit().insurer(), caller(), address, false, Language.JA);

        assertThat(emailStep.resend(visit().insurer(), caller(), Language.JA))
                .contains(Refusal.of("email-code.resend-wait", Duration.ofSeconds(60)));
        clock.moveBy(Duration.ofMinutes(10));
        assertThat(emailStep.confirm(visit().insurer(), caller(), "000000")).contains(Refusal.of("email-code.expired"));
        assertThat(emailStep.resend(visit().insurer(), caller(), Language.JA)).isEmpty();
    }

    @Test
    @Tag("ASVS-16.2.1")
    void everyStepLeavesItsRowInTheRecordOnce() throws Exception {
        for (int times = 0; times < 2; times++) {
            confirm(new BirthDate(Given.BIRTH_DATE));
            firstLogin.acceptTerms(caller(), terms.inForce(visit().insurer()).current(), Language.JA);
            firstLogin.decideUserIdAndMethod(
                    visit().insurer(), caller(), new UserId("taro-1980"), SecondFactorMethod.OTP);
        }
        setPassword(true);
        emailStep.enter(visit().insurer(), caller(), new EmailAddress("taro@example.jp"), false, Language.JA);
        for (int times = 0; times < 2; times++) {
            emailStep.putOff(caller());
            firstLogin.continueHandOver(visit().insurer(), caller());
        }

        assertThat(recorded.of(account.id()))
                .containsExactly(
                        AuditEvent.BIRTH_DATE_CONFIRMED,
                        AuditEvent.TERMS_ACCEPTED,
                        AuditEvent.USER_ID_CHANGED,
                        AuditEvent.METHOD_CHOSEN,
                        AuditEvent.PASSWORD_CHANGED,
                        AuditEvent.SIGNED_OUT_EVERYWHERE,
                        AuditEvent.EMAIL_ENTERED,
                        AuditEvent.EMAIL_PUT_OFF,
                        AuditEvent.FIRST_LOGIN_COMPLETED,
                        AuditEvent.HAND_OVER_CONTINUED);
    }

    @Test
    void theKeyOfADeviceStaysTheSameUntilItIsConfirmed() {
        assertThat(totpSetup.secret(caller())).isEqualTo(totpSetup.secret(caller()));
    }

    private void setPassword(boolean everywhereElse) {
        token = ((Proving.Proved)
                        newPassword.set(visit().insurer(), caller(), hashing.hash("Hokenjo2026sho"), everywhereElse))
                .token();
    }

    private Optional<Refusal> confirm(BirthDate typed) {
        return firstLogin.confirmBirthDate(visit().insurer(), caller(), typed);
    }

    private SecretToken open() throws Exception {
        return transactions.commit(() -> sessions.open(account, new Proof.Password(true, clock.instant())));
    }

    private Visit visit() {
        return visits.find(given.authority(insurer), token.hash()).orElseThrow();
    }

    private Caller caller() {
        return visit().caller().orElseThrow();
    }
}
