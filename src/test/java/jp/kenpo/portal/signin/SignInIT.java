package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class SignInIT {

    private static final String WRONG = "wrong password";

    @Inject
    SignIn signIn;

    @Inject
    Visits visits;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    @Test
    void theResetPasswordOpensAVisitHoweverItIsTyped() {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");
        String reset = given.resetPassword(account);

        assertThat(signIn(insurer, "testuser", reset)).isInstanceOf(Proving.Proved.class);
        assertThat(signIn(insurer, "ＴＥＳＴＵＳＥＲ ", reset)).isInstanceOf(Proving.Proved.class);
        assertThat(signIn(insurer, "testuser", reset.substring(0, 4) + "-" + reset.substring(4)))
                .isInstanceOf(Proving.Proved.class);
    }

    @Test
    @Tag("ASVS-6.3.8")
    void anUnknownUserIdIsAnsweredAsAWrongPassword() {
        Insurer insurer = given.anInsurer();
        given.anAccount(insurer, "testuser");

        Proving wrong = signIn(insurer, "testuser", WRONG);
        Proving unknown = signIn(insurer, "nobody", WRONG);

        assertThat(unknown).isEqualTo(wrong).isEqualTo(Proving.refused("password.wrong"));
    }

    @Test
    @Tag("ASVS-6.3.1")
    void afterFiveFailuresTheRightPasswordHasToWaitToo() {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");
        for (int failure = 0; failure < 5; failure++) {
            signIn(insurer, "testuser", WRONG);
            signIn(insurer, "nobody", WRONG);
        }

        Proving tooSoon = signIn(insurer, "testuser", given.resetPassword(account));
        Proving unknown = signIn(insurer, "nobody", WRONG);
        clock.moveBy(Duration.ofSeconds(31));
        Proving later = signIn(insurer, "testuser", given.resetPassword(account));

        assertThat(tooSoon).isEqualTo(unknown).isEqualTo(Proving.refused("password.wait", Duration.ofSeconds(30)));
        assertThat(later).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void theWaitAtOneInsurerIsNoneAtTheOther() {
        Insurer one = given.anInsurer();
        Insurer other = given.anInsurer();
        Account account = given.anAccount(other, "testuser");
        for (int failure = 0; failure < 6; failure++) {
            signIn(one, "testuser", WRONG);
        }

        assertThat(signIn(other, "testuser", given.resetPassword(account))).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void successWipesTheCount() {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");
        for (int round = 0; round < 3; round++) {
            for (int failure = 0; failure < 4; failure++) {
                signIn(insurer, "testuser", WRONG);
            }
            assertThat(signIn(insurer, "testuser", given.resetPassword(account)))
                    .isInstanceOf(Proving.Proved.class);
        }
    }

    @Test
    void everyAttemptIsRecordedWithoutWhatWasTyped() {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");

        signIn(insurer, "testuser", WRONG);
        signIn(insurer, "testuser", given.resetPassword(account));

        assertThat(transactions.rows("select event from audit_entry where insurer_id = ?1 order by id", insurer.id()))
                .asString()
                .isEqualTo("[PASSWORD_REFUSED, PASSWORD_PROVED]");
        assertThat(transactions.rows(
                        "select detail from audit_entry where insurer_id = ?1 and detail <> ''", insurer.id()))
                .isEmpty();
    }

    private Proving signIn(Insurer insurer, String userId, String password) {
        CurrentInsurer current =
                visits.find(given.authority(insurer), "").orElseThrow().insurer();
        return signIn.withPassword(current, UserId.typed(userId), password);
    }
}
