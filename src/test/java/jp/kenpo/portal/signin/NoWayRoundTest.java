package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goes through every combination of facts and proofs, so that no order of doing things was forgotten. */
class NoWayRoundTest {

    private static final List<BiConsumer<Situation, Boolean>> SWITCHES = List.of(
            (it, on) -> it.password = on ? it.password : Optional.empty(),
            (it, on) -> it.password = it.password.map(shown -> new Proof.Password(on, shown.at())),
            (it, on) -> it.mailLink = on ? Optional.of(new Proof.MailLink(5, Situation.NOW)) : Optional.empty(),
            (it, on) -> it.secondFactor = on ? it.secondFactor : Optional.empty(),
            (it, on) -> it.secondFactors = on ? Set.of(SecondFactorMethod.OTP, SecondFactorMethod.PASSKEY) : Set.of(),
            (it, on) -> it.secondFactor =
                    on ? it.secondFactor.map(shown -> new Proof.PasskeyAssertion(7, shown.at())) : it.secondFactor,
            (it, on) -> it.membershipEndedOn = on ? Optional.of(LocalDate.of(2026, 3, 1)) : Optional.empty(),
            (it, on) -> it.initialPassword = on,
            (it, on) -> it.initialPasswordExpiresAt = on ? Optional.of(Situation.NOW) : Optional.empty(),
            (it, on) -> it.birthDateConfirmed = on,
            (it, on) -> it.acceptedTerms = on ? 2 : 1,
            (it, on) -> it.userIdDecided = on,
            (it, on) -> it.method = on ? it.method : Optional.empty(),
            (it, on) -> it.emailState = on ? EmailState.LATER : EmailState.NONE,
            (it, on) -> it.handOverContinued = on,
            (it, on) -> it.firstLoginCompletedAt = on ? Optional.of(Situation.NOW) : Optional.empty());

    private static Stream<Situation> everySituation() {
        return IntStream.range(0, 1 << SWITCHES.size()).mapToObj(combination -> {
            Situation situation = new Situation();
            IntStream.range(0, SWITCHES.size())
                    .forEach(i -> SWITCHES.get(i).accept(situation, (combination >> i & 1) == 1));
            return situation;
        });
    }

    @Test
    @Tag("ASVS-6.3.3")
    @Tag("ASVS-6.3.4")
    void nobody_is_signed_in_without_password_and_second_factor_or_a_passkey() {
        assertThat(everySituation().filter(it -> it.nextStep() instanceof SignInStep.SignedIn))
                .isNotEmpty()
                .allMatch(it -> it.password.isPresent() || usedAPasskey(it))
                .allMatch(it -> it.secondFactor.isPresent() && !it.secondFactors.isEmpty());
    }

    @Test
    @Tag("ASVS-2.3.1")
    void nobody_is_signed_in_with_a_step_left_out() {
        assertThat(everySituation().filter(it -> it.nextStep() instanceof SignInStep.SignedIn))
                .allMatch(it -> it.birthDateConfirmed
                        && it.acceptedTerms >= it.leastTerms
                        && it.userIdDecided
                        && it.emailState != EmailState.NONE
                        && !it.initialPassword
                        && it.membershipEndedOn.isEmpty());
    }

    @Test
    void nobody_has_a_role_without_the_password_a_link_for_it_or_a_passkey() {
        assertThat(everySituation().filter(it -> it.password.isEmpty() && it.mailLink.isEmpty() && !usedAPasskey(it)))
                .isNotEmpty()
                .allMatch(it -> it.nextStep().role().isEmpty());
    }

    @Test
    @Tag("ASVS-6.4.3")
    void nobody_who_has_a_second_factor_gets_anywhere_before_showing_it() {
        assertThat(everySituation().filter(it -> !it.secondFactors.isEmpty() && it.secondFactor.isEmpty()))
                .isNotEmpty()
                .allMatch(it -> it.nextStep()
                        .role()
                        .filter(role -> role != Role.PROVING)
                        .isEmpty());
    }

    @Test
    @Tag("ASVS-6.4.3")
    void a_link_lets_nobody_do_anything_but_set_a_new_password() {
        assertThat(everySituation().filter(it -> it.mailLink.isPresent() && it.password.isEmpty() && !usedAPasskey(it)))
                .isNotEmpty()
                .allMatch(it -> it.nextStep()
                        .role()
                        .filter(role -> role != Role.PROVING)
                        .isEmpty());
    }

    private static boolean usedAPasskey(Situation situation) {
        return situation
                .secondFactor
                .filter(Proof.PasskeyAssertion.class::isInstance)
                .isPresent();
    }
}
