package jp.kenpo.portal.signin;

import static jp.kenpo.portal.signin.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPolicyTest {

    private record Guard(SignInStep step, Consumer<Situation> lacks) {}

    /** What can be lacking, in the order in which it is asked for. */
    private static final List<Guard> GUARDS = List.of(
            new Guard(new SignInStep.NeedsPassword(), Situation::withoutProof),
            new Guard(
                    new SignInStep.MembershipEnded(),
                    it -> it.membershipEndedOn = Optional.of(LocalDate.of(2026, 4, 1))),
            new Guard(new SignInStep.InitialPasswordExpired(), it -> {
                it.atInitialPassword();
                it.initialPasswordExpiresAt = Optional.of(NOW);
            }),
            new Guard(new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP), it -> {
                it.secondFactors = Set.of(SecondFactorMethod.OTP);
                it.secondFactor = Optional.empty();
            }),
            new Guard(new SignInStep.NeedsPasswordReset(), Situation::withLinkInsteadOfPassword),
            new Guard(new SignInStep.NeedsEnrolmentProof(), it -> {
                it.secondFactors = Set.of();
                it.secondFactor = Optional.empty();
                it.factorsReset = true;
            }),
            new Guard(new SignInStep.NeedsBirthDate(), it -> it.birthDateConfirmed = false),
            new Guard(new SignInStep.NeedsTerms(false), it -> it.acceptedTerms = 0),
            new Guard(new SignInStep.NeedsUserIdAndMethod(), it -> it.userIdDecided = false),
            new Guard(new SignInStep.NeedsNewPassword(), Situation::atInitialPassword),
            new Guard(new SignInStep.NeedsEmail(), it -> it.emailState = EmailState.NONE),
            new Guard(new SignInStep.NeedsEmailCode(), it -> it.emailState = EmailState.CODE_SENT),
            new Guard(new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP), it -> {
                it.secondFactors = Set.of();
                it.secondFactor = Optional.empty();
            }));

    private static Stream<Arguments> everyPairOfGuards() {
        return IntStream.range(0, GUARDS.size())
                .boxed()
                .flatMap(first -> GUARDS.subList(first, GUARDS.size()).stream()
                        .map(second -> arguments(GUARDS.get(first), second)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfGuards")
    @Tag("ASVS-2.3.1")
    void of_two_things_lacking_the_earlier_is_asked_for(Guard earlier, Guard later) {
        Situation member = new Situation();
        later.lacks().accept(member);
        earlier.lacks().accept(member);

        SignInStep step = member.nextStep();

        assertThat(step).isEqualTo(earlier.step());
    }

    @Test
    void a_link_is_worth_nothing_once_the_account_stands_at_its_initial_password() {
        Situation member = new Situation();
        member.withLinkInsteadOfPassword();
        member.initialPassword = true;

        assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsPassword());
    }

    @Test
    void who_waits_to_be_let_in_without_his_devices_is_told_so_instead_of_asked_for_one() {
        Situation member = new Situation();
        member.recoveryOpensAt = Optional.of(NOW.plusSeconds(3600));
        member.secondFactor = Optional.empty();

        assertThat(member.nextStep()).isEqualTo(new SignInStep.AwaitsRecovery(NOW.plusSeconds(3600)));
    }

    @Test
    void a_link_in_the_place_of_the_password_leads_to_no_wait() {
        Situation member = new Situation();
        member.withLinkInsteadOfPassword();
        member.recoveryOpensAt = Optional.of(NOW.plusSeconds(3600));
        member.secondFactor = Optional.empty();

        assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("ASVS-6.4.4")
    void whose_factors_were_taken_away_sets_a_new_one_up_once_he_has_shown_who_he_is(boolean atDesk) {
        Situation member = new Situation();
        member.factorsReset = true;
        member.secondFactors = Set.of();
        member.secondFactor = Optional.empty();
        assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsEnrolmentProof());

        member.enrolment = Optional.of(new Proof.Enrolment(atDesk, NOW));

        assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP));
    }

    @Test
    void what_lets_somebody_set_a_factor_up_stands_for_none() {
        Situation member = new Situation();
        member.secondFactor = Optional.empty();
        member.enrolment = Optional.of(new Proof.Enrolment(true, NOW));

        assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP));
    }

    @Test
    void who_lacks_nothing_is_signed_in() {
        assertThat(new Situation().nextStep()).isEqualTo(new SignInStep.SignedIn());
    }

    @Nested
    class Staff {

        private final Situation staff = new Situation();

        @BeforeEach
        void neverDidWhatMembersDo() {
            staff.staffRole = Optional.of(StaffRole.HELP_DESK);
            staff.birthDateConfirmed = false;
            staff.acceptedTerms = 0;
            staff.userIdDecided = false;
            staff.emailState = EmailState.NONE;
        }

        @Test
        void come_to_their_work_and_never_to_a_members_page() {
            assertThat(staff.nextStep()).isEqualTo(new SignInStep.AtWork(StaffRole.HELP_DESK));
        }

        @Test
        void who_are_invited_set_a_password_first() {
            staff.withLinkInsteadOfPassword();
            staff.initialPassword = true;
            staff.secondFactors = Set.of();
            staff.secondFactor = Optional.empty();

            assertThat(staff.nextStep()).isEqualTo(new SignInStep.NeedsPasswordReset());
        }

        @Test
        void without_a_second_factor_set_one_up() {
            staff.secondFactors = Set.of();
            staff.secondFactor = Optional.empty();

            assertThat(staff.nextStep()).isEqualTo(new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP));
        }

        @Test
        void are_asked_for_the_second_factor_that_they_have() {
            staff.secondFactor = Optional.empty();

            assertThat(staff.nextStep()).isEqualTo(new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP));
        }
    }

    @Nested
    class Membership {

        /** 15:00 UTC is midnight in Japan. */
        @ParameterizedTest
        @CsvSource({"2026-03-31T14:59:59.999999999Z,false", "2026-03-31T15:00:00Z,true", "2027-01-01T00:00:00Z,true"})
        void ends_at_midnight_in_japan(Instant now, boolean ended) {
            Situation member = new Situation();
            member.membershipEndedOn = Optional.of(LocalDate.of(2026, 4, 1));

            SignInStep step = SignInPolicy.nextStep(member.facts(), member.evidence(), now);

            assertThat(step).isEqualTo(ended ? new SignInStep.MembershipEnded() : new SignInStep.SignedIn());
        }

        @Test
        void that_ended_is_told_to_nobody_without_the_password() {
            Situation stranger = new Situation();
            stranger.membershipEndedOn = Optional.of(LocalDate.of(2020, 1, 1));
            stranger.password = Optional.empty();

            assertThat(stranger.nextStep()).isEqualTo(new SignInStep.NeedsPassword());
        }
    }

    @Nested
    class TheInitialPassword {

        @ParameterizedTest
        @CsvSource({"-1,InitialPasswordExpired", "0,InitialPasswordExpired", "1,NeedsNewPassword"})
        @Tag("ASVS-6.4.1")
        void works_until_its_time_is_over(long secondsLeft, String expected) {
            Situation member = new Situation();
            member.atInitialPassword();
            member.initialPasswordExpiresAt = Optional.of(NOW.plusSeconds(secondsLeft));

            assertThat(member.nextStep().getClass().getSimpleName()).isEqualTo(expected);
        }

        @Test
        @Tag("ASVS-6.4.1")
        void is_worth_nothing_once_a_password_of_ones_own_is_set_elsewhere() {
            Situation member = new Situation();
            member.atInitialPassword();
            member.initialPassword = false;

            assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsPassword());
        }

        @Test
        void takes_the_place_of_a_former_password_of_ones_own() {
            Situation member = new Situation();
            member.initialPassword = true;

            assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsPassword());
        }

        @Test
        @Tag("ASVS-6.4.3")
        void never_goes_round_a_second_factor_that_exists() {
            Situation reset = new Situation();
            reset.atInitialPassword();
            reset.birthDateConfirmed = false;
            reset.secondFactor = Optional.empty();

            assertThat(reset.nextStep()).isEqualTo(new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP));
        }
    }

    @Nested
    class APasskey {

        private final Situation member = new Situation();

        APasskey() {
            member.password = Optional.empty();
            member.secondFactors = Set.of(SecondFactorMethod.PASSKEY);
            member.secondFactor = Optional.of(new Proof.PasskeyAssertion(7, NOW));
        }

        @Test
        void stands_for_password_and_second_factor() {
            assertThat(member.nextStep()).isEqualTo(new SignInStep.SignedIn());
        }

        @Test
        void lets_nobody_in_whose_membership_has_ended() {
            member.membershipEndedOn = Optional.of(LocalDate.of(2026, 4, 1));

            assertThat(member.nextStep()).isEqualTo(new SignInStep.MembershipEnded());
        }

        @Test
        void lets_its_member_set_a_new_password_when_the_initial_one_is_too_old() {
            member.initialPassword = true;
            member.initialPasswordExpiresAt = Optional.of(NOW);

            assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsNewPassword());
        }

        @Test
        void that_was_only_made_in_this_visit_is_no_password() {
            member.secondFactor = Optional.of(new Proof.PasskeyRegistration(7, NOW));

            assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsPassword());
        }
    }

    @Nested
    class WhoHasSeveralSecondFactors {

        @ParameterizedTest
        @EnumSource
        void is_asked_first_for_the_one_that_he_chose(SecondFactorMethod chosen) {
            Situation member = new Situation();
            member.secondFactors = Set.of(SecondFactorMethod.values());
            member.method = Optional.of(chosen);
            member.secondFactor = Optional.empty();

            assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsSecondFactor(chosen));
        }

        @ParameterizedTest
        @EnumSource
        void is_asked_for_the_one_that_he_has_where_he_chose_another(SecondFactorMethod there) {
            for (SecondFactorMethod chosen : SecondFactorMethod.values()) {
                Situation member = new Situation();
                member.secondFactors = Set.of(there);
                member.method = Optional.of(chosen);
                member.secondFactor = Optional.empty();

                assertThat(member.nextStep()).isEqualTo(new SignInStep.NeedsSecondFactor(there));
            }
        }
    }

    @Nested
    class Terms {

        @ParameterizedTest
        @CsvSource({"0,1,NeedsTerms[again=false]", "1,2,NeedsTerms[again=true]", "2,2,SignedIn[]", "3,2,SignedIn[]"})
        void are_asked_for_until_the_least_version_is_accepted(int accepted, int least, String expected) {
            Situation member = new Situation();
            member.acceptedTerms = accepted;
            member.leastTerms = least;

            assertThat(member.nextStep()).hasToString(expected);
        }
    }

    @Nested
    class TheHandOverToTheSecondFactor {

        private final Situation newcomer = new Situation();

        TheHandOverToTheSecondFactor() {
            newcomer.secondFactors = Set.of();
            newcomer.secondFactor = Optional.empty();
        }

        @Test
        void waits_in_the_visit_that_completed_the_first_login() {
            newcomer.firstLoginCompletedAt = Optional.of(NOW.minusSeconds(1));

            assertThat(newcomer.nextStep()).isEqualTo(new SignInStep.FirstLoginDone());
        }

        @Test
        void goes_on_when_the_member_says_so() {
            newcomer.firstLoginCompletedAt = Optional.of(NOW.minusSeconds(1));
            newcomer.handOverContinued = true;

            assertThat(newcomer.nextStep()).isEqualTo(new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP));
        }

        @Test
        void goes_on_after_logging_in_again() {
            newcomer.firstLoginCompletedAt = Optional.of(NOW.minusSeconds(61));

            assertThat(newcomer.nextStep()).isEqualTo(new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP));
        }

        @Test
        void is_over_with_the_code_that_finished_the_set_up() {
            newcomer.secondFactors = Set.of(SecondFactorMethod.OTP);
            newcomer.secondFactor = Optional.of(new Proof.TotpRegistration(7, NOW));

            assertThat(newcomer.nextStep()).isEqualTo(new SignInStep.SignedIn());
        }
    }

    @Nested
    class TheAddress {

        @ParameterizedTest
        @EnumSource
        void may_be_confirmed_later_but_not_left_open(EmailState state) {
            Situation member = new Situation();
            member.emailState = state;

            boolean signedIn = member.nextStep() instanceof SignInStep.SignedIn;

            assertThat(signedIn).isEqualTo(state == EmailState.CONFIRMED || state == EmailState.LATER);
        }
    }
}
