package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {

    private static String read(String typed) {
        return DeviceName.parse(typed, "スマートフォン").either(DeviceName::value, refused -> refused.key());
    }

    @ParameterizedTest
    @CsvSource({
        "母のスマホ,          母のスマホ",
        "'  Pixel　８  ',     Pixel 8",
        "<script>alert(1)</script>, <script>alert(1)</script>",
        "📱,                  📱",
    })
    void is_what_the_member_calls_it(String typed, String name) {
        assertThat(read(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000", "\u200B", "\u0000", "\uD800"})
    void is_the_proposed_one_where_nothing_is_typed(String typed) {
        assertThat(read(typed)).isEqualTo("スマートフォン");
    }

    @ParameterizedTest
    @CsvSource({"30,true", "31,false"})
    void has_at_most_thirty_characters_as_the_member_sees_them(int length, boolean taken) {
        String typed = "📱".repeat(length);

        assertThat(read(typed)).isEqualTo(taken ? typed : "device-name.too-long");
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void stays_one_short_line_for_hard_input(String typed) {
        assertThat(read(typed)).hasSizeLessThan(61).doesNotContain("\u0000", "\n", "\r");
    }

    @ParameterizedTest
    @CsvSource({"Pixel,Pixel", "iPhone,iPhone 3", "iPad,iPad 2"})
    void differs_from_the_members_others(String wished, String given) {
        List<String> others = List.of("iPhone", "iPhone 2", "iPad", "iPad 3");

        assertThat(DeviceName.unused(wished, others)).isEqualTo(given);
    }
}
