package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kenpo.portal.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdPolicyTest {

    private static String check(String typed) {
        return UserIdPolicy.check(UserId.typed(typed)).map(Refusal::key).orElse("taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abcdefg1", "abcdefghijkl1", "1a-_.@1a", "TARO2026", "ｔａｒｏ２０２６", " taro 2026 ", "taro−2026"})
    void eight_to_thirteen_letters_and_digits_are_taken(String typed) {
        assertThat(check(typed)).isEqualTo("taken");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef1,        user-id.length",
        "abcdefghijklm1, user-id.length",
        "abcdefgh,       user-id.composition",
        "12345678,       user-id.composition",
        "--------,       user-id.composition",
        "taro2026!,      user-id.character",
        "taro/2026,      user-id.character",
        "tarō2026,       user-id.character",
        "太郎taro2026,   user-id.character",
    })
    void others_are_refused_for_what_is_wrong_with_them(String typed, String expected) {
        assertThat(check(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000\u200B"})
    void nothing_typed_is_told_from_a_mistake(String typed) {
        assertThat(check(typed)).isEqualTo("user-id.missing");
    }

    @Test
    void the_refusal_names_the_unusable_characters_once_each() {
        Refusal refusal = UserIdPolicy.check(UserId.typed("a!b#!1#%")).orElseThrow();

        assertThat(refusal.arguments()).isEqualTo(List.of("! # %"));
    }

    @Test
    void the_refusal_names_characters_beyond_the_basic_plane_whole() {
        Refusal refusal = UserIdPolicy.check(UserId.typed("taro2026😀")).orElseThrow();

        assertThat(refusal.arguments()).isEqualTo(List.of("😀"));
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void hard_input_is_refused_in_few_words(String typed) {
        Refusal refusal = UserIdPolicy.check(UserId.typed(typed)).orElseThrow();

        assertThat(refusal.toString()).hasSizeLessThan(100);
    }

    @Test
    void one_member_is_one_user_id_however_it_is_typed() {
        assertThat(UserId.typed("Ｔestuser　")).isEqualTo(UserId.typed("testuser"));
    }
}
