package jp.kenpo.portal.signin;

import static jp.kenpo.portal.signin.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ASVS-7.5.1")
class FreshSecondFactorTest {

    private final Proof password = new Proof.Password(false, NOW);

    @ParameterizedTest
    @CsvSource({"0,GRANTED", "299,GRANTED", "300,NEEDS_SECOND_FACTOR", "86400,NEEDS_SECOND_FACTOR"})
    void covers_a_change_for_five_minutes(long secondsAgo, Permission expected) {
        Evidence evidence = new Evidence(List.of(password, new Proof.TotpCode(7, NOW.minusSeconds(secondsAgo))));

        assertThat(SignInPolicy.mayDo(Action.ADD_SECOND_FACTOR, evidence, NOW)).isEqualTo(expected);
    }

    @Test
    void counts_from_when_it_was_last_shown() {
        Evidence evidence = new Evidence(List.of(
                password, new Proof.TotpCode(7, NOW.minusSeconds(10)), new Proof.TotpCode(7, NOW.minusSeconds(900))));

        assertThat(SignInPolicy.mayDo(Action.ADD_SECOND_FACTOR, evidence, NOW)).isEqualTo(Permission.GRANTED);
    }

    @Test
    void is_not_the_password() {
        Evidence evidence = new Evidence(List.of(password));

        assertThat(SignInPolicy.mayDo(Action.ADD_SECOND_FACTOR, evidence, NOW))
                .isEqualTo(Permission.NEEDS_SECOND_FACTOR);
    }
}
