package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    private static final List<String> OWN = List.of("testuser", "9999", "43210", "19801201");

    @ParameterizedTest
    @CsvSource({
        "'', VERY_WEAK",
        "password, VERY_WEAK",
        "testuser1, WEAK",
        "kumo47xq, FAIR",
        "sakura7Tokyo, STRONG",
        "Qx7wLm2RtVb9, VERY_STRONG",
    })
    void grows(String password, PasswordStrength strength) {
        assertThat(PasswordStrength.of(password, OWN)).isEqualTo(strength);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sakura2026",
                "tanaka1234",
                "arigatou1",
                "Arigato2026",
                "himitsu1",
                "himitu12",
                "nippon2020",
                "hanako123",
                "yuuko1980",
                "ohtsuka1",
                "さくら2026"
            })
    void whatIsAJapaneseWordWithDigitsIsWeak(String password) {
        assertThat(PasswordStrength.of(password, List.of())).isLessThanOrEqualTo(PasswordStrength.WEAK);
    }

    @Test
    void theListOfJapaneseWordsIsLongAndInHiraganaAlone() {
        List<String> words = WordList.read("japanese-words.txt").toList();

        assertThat(words).hasSizeGreaterThan(900).doesNotHaveDuplicates().allMatch(word -> word.matches("[ぁ-ゔー]+"));
    }

    @Test
    void whatIsTheMembersOwnIsWeaker() {
        String password = "tsuruoka47";

        assertThat(PasswordStrength.of(password, List.of("tsuruoka")))
                .isLessThan(PasswordStrength.of(password, List.of()));
    }

    @Test
    void whatIsTooLongToBeChosenIsEstimatedByItsBeginning() {
        assertThat(PasswordStrength.of("Qx7wLm2RtVb9".repeat(10_000), OWN)).isEqualTo(PasswordStrength.VERY_STRONG);
    }
}
