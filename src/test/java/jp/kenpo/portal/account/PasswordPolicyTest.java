package jp.kenpo.portal.account;

import static jp.kenpo.portal.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final Member MEMBER =
            aMember().numbered("9999", "43210").bornOn("1980-12-01").build();

    private static final UserId USER_ID = new UserId("hanako1980");

    private static String check(PasswordProfile profile, String password) {
        return PasswordPolicy.check(profile, password, USER_ID, MEMBER)
                .map(Refusal::key)
                .orElse("taken");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("ASVS-6.2.1")
    void eight_characters_are_enough(PasswordProfile profile) {
        assertThat(check(profile, "kumo47x")).isEqualTo("password.too-short");
        assertThat(check(profile, "kumo47xq")).isEqualTo("taken");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("ASVS-6.2.9")
    void sixty_four_characters_are_not_too_many(PasswordProfile profile) {
        assertThat(check(profile, "k4".repeat(32))).isEqualTo("taken");
        assertThat(check(profile, "k4".repeat(32) + "x")).isEqualTo("password.too-long");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_typed_is_told_from_a_mistake(PasswordProfile profile) {
        assertThat(check(profile, "")).isEqualTo("password.missing");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("ASVS-6.2.11")
    void what_others_know_of_the_member_is_refused(PasswordProfile profile) {
        assertThat(check(profile, "hanako1980")).isEqualTo("password.user-id");
        assertThat(check(profile, "HANAKO1980")).isEqualTo("password.user-id");
        assertThat(check(profile, "x999943210x")).isEqualTo("password.member-number");
        assertThat(check(profile, "x19801201x")).isEqualTo("password.birth-date");
    }

    @Test
    @Tag("ASVS-6.2.11")
    void what_others_know_of_the_member_is_seen_between_separators_too() {
        assertThat(check(PasswordProfile.OPEN, "x9999-43210x")).isEqualTo("password.member-number");
        assertThat(check(PasswordProfile.OPEN, "x9999・43210x")).isEqualTo("password.member-number");
        assertThat(check(PasswordProfile.OPEN, "x1980/12/01x")).isEqualTo("password.birth-date");
    }

    /** Else nearly every password with a digit would be refused to him. */
    @ParameterizedTest
    @EnumSource
    void a_very_short_symbol_and_number_is_no_reason(PasswordProfile profile) {
        Member member = aMember().numbered("1", "2").build();

        assertThat(PasswordPolicy.check(profile, "x12kappa0nigiri", new UserId("hanako1980"), member))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("ASVS-6.2.4")
    @Tag("ASVS-6.2.12")
    void what_everybody_tries_first_is_refused(PasswordProfile profile) {
        assertThat(check(profile, "password1")).isEqualTo("password.common");
        assertThat(check(profile, "Password1")).isEqualTo("password.common");
        assertThat(check(profile, "1qaz2wsx")).isEqualTo("password.common");
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void hard_input_is_refused_in_few_words(String password) {
        Refusal refusal = PasswordPolicy.check(PasswordProfile.MANUAL, password, USER_ID, MEMBER)
                .orElseThrow();

        assertThat(refusal.toString()).hasSizeLessThan(100);
    }

    @Nested
    class InTheManualsProfile {

        @ParameterizedTest
        @CsvSource({"kumokumokumo,password.digit", "4747474747,password.letter"})
        void a_letter_and_a_digit_are_needed(String password, String expected) {
            assertThat(check(PasswordProfile.MANUAL, password)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"kumo47xq!,!", "kumo-47-xq,-", "'kumo47xq ',␣", "くも47kumo,く も"})
        void other_characters_are_refused_by_name(String password, String named) {
            Refusal refusal = PasswordPolicy.check(PasswordProfile.MANUAL, password, USER_ID, MEMBER)
                    .orElseThrow();

            assertThat(refusal).isEqualTo(new Refusal("password.character", List.of(named)));
        }

        @Test
        void the_initial_password_may_not_be_kept() {
            Member lettered =
                    aMember().numbered("K12", "345").bornOn("1980-12-01").build();

            assertThat(PasswordPolicy.check(PasswordProfile.MANUAL, "K1234519801201", USER_ID, lettered))
                    .map(Refusal::key)
                    .hasValue("password.initial");
        }
    }

    @Nested
    @Tag("ASVS-6.2.5")
    class InTheOpenProfile {

        @ParameterizedTest
        @ValueSource(strings = {"kumokumokumo", "47294729471", "雲の上の白い鳥が飛ぶ", "kumo 47 !?", "😀🐟🌊🏔🚲🍙🎐🗻"})
        void any_characters_are_taken(String password) {
            assertThat(check(PasswordProfile.OPEN, password)).isEqualTo("taken");
        }

        @Test
        void characters_are_counted_as_the_member_sees_them() {
            assertThat(check(PasswordProfile.OPEN, "😀🐟🌊🏔🚲🍙🎐")).isEqualTo("password.too-short");
        }

        @ParameterizedTest
        @ValueSource(strings = {"99994321019801201", "9999-43210-19801201", "9999 43210 1980/12/01"})
        void the_initial_password_may_not_be_kept(String password) {
            assertThat(check(PasswordProfile.OPEN, password)).isEqualTo("password.initial");
        }
    }
}
