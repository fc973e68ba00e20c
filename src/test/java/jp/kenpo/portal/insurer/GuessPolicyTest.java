package jp.kenpo.portal.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ASVS-6.1.1")
class GuessPolicyTest {

    private static final GuessPolicy STANDARD = InsurerPolicy.standard().guesses();

    @ParameterizedTest
    @CsvSource({"0,5", "1,4", "4,1", "5,0", "6,0", "2147483647,0"})
    void five_tries_are_free(int failures, int left) {
        assertThat(STANDARD.triesLeftAfter(failures)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "0,  PT0S",
        "4,  PT0S",
        "5,  PT30S",
        "6,  PT1M",
        "7,  PT2M",
        "8,  PT4M",
        "9,  PT8M",
        "10, PT15M",
        "11, PT15M",
        "35, PT15M",
        "36, PT15M",
        "69, PT15M",
        "2147483647, PT15M",
    })
    void then_each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(int failures, Duration wait) {
        assertThat(STANDARD.waitAfter(failures)).isEqualTo(wait);
    }
}
