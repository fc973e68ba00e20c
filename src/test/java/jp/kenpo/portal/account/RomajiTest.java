package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomajiTest {

    @ParameterizedTest
    @CsvSource({
        "シ,                shi si",
        "フジ,              fuji fuzi huji huzi",
        "チヅル,            chizuru chiduru chidzuru tizuru tiduru tidzuru",
        "ツバサ,            tsubasa tubasa",
        "シンバシ,          shimbashi shimbasi shinbashi shinbasi simbashi simbasi sinbashi sinbasi",
        "ハットリ,          hattori",
        "エッチ,            etchi ecchi etti",
        "キョウ,            kyo kyou kyoo kyoh",
        "ジュン,            jun zyun jyun",
        "シャ,              sha sya",
        "チョ,              cho tyo cyo",
        "オオノ,            ono ouno oono ohno",
        "ユウコ,            yuko yuuko",
        "ニイガタ,          niigata nigata",
        "カー,              ka kaa",
        "ケイ,              kei",
        "ジュンイチ,        junichi juniti jun'ichi jun'iti zyunichi zyuniti zyun'ichi zyun'iti"
                + " jyunichi jyuniti jyun'ichi jyun'iti",
        "ティファニー,      tifani tifanii tihani tihanii",
        "ジェーン,          jen jeen zyen zyeen jyen jyeen",
        "ヴィ,              vi",
        "カヲ,              kao kawo",
        "ヱ,                e we",
        "さくら,            sakura",
        "ｻﾞｸﾛ,              zakuro",
        "ミホン１,          mihon1",
    })
    void is_every_way_to_spell_a_word(String kana, String spellings) {
        assertThat(Romaji.of(kana)).containsExactlyInAnyOrderElementsOf(Arrays.asList(spellings.split(" +")));
    }

    @Test
    void is_bounded_however_long_the_word() {
        assertThat(Romaji.of("シチツフジ".repeat(20))).hasSizeBetween(2, 256).allMatch(word -> word.length() > 200);
        assertThat(Romaji.of("オー".repeat(1000))).hasSizeBetween(2, 256);
    }

    @Test
    void is_nothing_where_there_is_nothing() {
        assertThat(Romaji.of("")).containsExactly("");
        assertThat(Romaji.of("ッ")).containsExactly("");
    }
}
