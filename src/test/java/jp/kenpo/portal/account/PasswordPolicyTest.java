package jp.kenpo.portal.account;

import static jp.kenpo.portal.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
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

    private static final Insurer INSURER = new Insurer(
            "sakura",
            new Brand("さくら健康保険組合", "Sakura Health Insurance Society", new Accent("#a8325e"), "<svg/>"),
            new Contact("03-0000-0000", "平日", "Weekdays", "東京都", "Tokyo"),
            "portal@sakura.example");

    private static String check(PasswordProfile profile, String password) {
        return PasswordPolicy.check(profile, password, USER_ID, new AccountOwner.Insured(MEMBER), INSURER)
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
        assertThat(check(profile, "xHANAKO1980x")).isEqualTo("password.user-id");
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

        assertThat(PasswordPolicy.check(profile, "x12kappa0nigiri", USER_ID, new AccountOwner.Insured(member), INSURER))
                .isEmpty();
    }

    /** Insurers' old user IDs may be of one letter. */
    @Test
    void a_very_short_user_id_is_no_reason() {
        assertThat(PasswordPolicy.check(
                        PasswordProfile.OPEN,
                        "kumo47xq",
                        new UserId("kumo"),
                        new AccountOwner.Insured(MEMBER),
                        INSURER))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x19801201x",
                "x1980121x",
                "x801201x",
                "x12011980x",
                "x01121980x",
                "x011280x",
                "x551201x",
                "xs551201x",
                "xshowa551201x",
                "xSyouwa551201x",
                "x1980-12-1x",
                "x昭和55年12月1日x",
                "x昭55.12.1x",
                "xS55.12.1x"
            })
    @Tag("ASVS-6.2.11")
    void a_birth_date_is_seen_in_every_spelling(String password) {
        assertThat(check(PasswordProfile.OPEN, password)).isEqualTo("password.birth-date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kumo1980xq", "kumo1201xq", "kumo5512xq", "kumo19801202xq"})
    void a_part_of_the_birth_date_is_no_reason(String password) {
        assertThat(check(PasswordProfile.OPEN, password)).isEqualTo("taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kenpo2026",
                "KempoHanako7",
                "hanako-2026",
                "hanakokenpo!",
                "Hanako831",
                "kenpo7hanako",
                "hanako1xy",
                "ケンポ２０２６！",
                "けんぽはなこ26",
                "健保花子２０２６"
            })
    @Tag("ASVS-6.2.11")
    void hardly_more_than_the_members_name_is_refused(String password) {
        assertThat(check(PasswordProfile.OPEN, TypedText.nfkc(password))).isIn("password.name", "password.insurer");
    }

    @ParameterizedTest
    @CsvSource({"ohnoai12,password.name", "Ai-Oono-2026,password.name", "aionokumo47,taken", "kumohai47,taken"})
    @Tag("ASVS-6.2.11")
    void a_very_short_name_counts_next_to_the_other_one_only(String password, String expected) {
        Member ai = aMember().named("大野 愛", "オオノ アイ").build();

        assertThat(PasswordPolicy.check(PasswordProfile.OPEN, password, USER_ID, new AccountOwner.Insured(ai), INSURER)
                        .map(Refusal::key)
                        .orElse("taken"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sakura2026",
                "SakuraKenpo1",
                "kempo-sakura",
                "さくら健康保険組合1",
                "さくら20262026",
                "hokenkumiai8",
                "health-insurance-1"
            })
    @Tag("ASVS-6.2.11")
    void hardly_more_than_the_insurers_name_is_refused(String password) {
        assertThat(check(PasswordProfile.OPEN, password)).isEqualTo("password.insurer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanako12xyz", "hanakonokumo47", "sakuranokumo47", "kumohoken47"})
    void a_name_among_other_words_is_no_reason(String password) {
        assertThat(check(PasswordProfile.MANUAL, password)).isEqualTo("taken");
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
        Refusal refusal = PasswordPolicy.check(
                        PasswordProfile.MANUAL, password, USER_ID, new AccountOwner.Insured(MEMBER), INSURER)
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
            Refusal refusal = PasswordPolicy.check(
                            PasswordProfile.MANUAL, password, USER_ID, new AccountOwner.Insured(MEMBER), INSURER)
                    .orElseThrow();

            assertThat(refusal).isEqualTo(new Refusal("password.character", List.of(named)));
        }

        @Test
        void the_initial_password_may_not_be_kept() {
            Member lettered =
                    aMember().numbered("K12", "345").bornOn("1980-12-01").build();

            assertThat(PasswordPolicy.check(
                            PasswordProfile.MANUAL,
                            "K1234519801201",
                            USER_ID,
                            new AccountOwner.Insured(lettered),
                            INSURER))
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
