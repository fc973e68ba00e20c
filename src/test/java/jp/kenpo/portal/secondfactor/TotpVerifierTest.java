package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpVerifierTest {

    /** The key of both specifications' vectors. */
    private static final TotpSecret SECRET = TotpSecret.of("12345678901234567890".getBytes(US_ASCII));

    /** The code of step 37,037,037: RFC 6238 appendix B, at 1,111,111,111 seconds. */
    private static final String CODE = "050471";

    private static final long ITS_STEP = 37_037_037;

    private static Instant during(long step) {
        return Instant.ofEpochSecond(step * 30 + 17);
    }

    /** RFC 6238 appendix B, the rows of SHA-1: a code of six digits is the last six of its eight. */
    @ParameterizedTest
    @CsvSource({
        "59,          94287082",
        "1111111109,  07081804",
        "1111111111,  14050471",
        "1234567890,  89005924",
        "2000000000,  69279037",
        "20000000000, 65353130",
    })
    void makes_the_codes_of_rfc_6238(long second, String eightDigits) {
        Instant now = Instant.ofEpochSecond(second);

        OptionalLong step = TotpVerifier.acceptedStep(SECRET, eightDigits.substring(2), now, 0);

        assertThat(step).hasValue(second / 30);
    }

    /** RFC 4226 appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489",
    })
    void makes_the_codes_of_rfc_4226(long counter, String code) {
        assertThat(TotpVerifier.acceptedStep(SECRET, code, during(counter), 0)).hasValue(counter);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "29,0", "30,1", "59,1", "60,2"})
    void counts_steps_of_thirty_seconds(long second, long step) {
        assertThat(TotpVerifier.stepAt(Instant.ofEpochSecond(second))).isEqualTo(step);
    }

    @Nested
    class ARightCode {

        @ParameterizedTest
        @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
        void is_accepted_one_step_early_or_late(int late, boolean accepted) {
            OptionalLong step = TotpVerifier.acceptedStep(SECRET, CODE, during(ITS_STEP + late), 0);

            assertThat(step).isEqualTo(accepted ? OptionalLong.of(ITS_STEP) : OptionalLong.empty());
        }

        @ParameterizedTest
        @CsvSource({"-3,false", "-2,true", "-1,true", "0,true", "1,false"})
        void is_accepted_around_the_drift_of_a_fast_clock(int late, boolean accepted) {
            OptionalLong step = TotpVerifier.acceptedStep(SECRET, CODE, during(ITS_STEP + late), 1);

            assertThat(step.isPresent()).isEqualTo(accepted);
        }

        @ParameterizedTest
        @CsvSource({"-21,false", "-20,true", "-8,true", "0,true", "8,true", "20,true", "21,false"})
        void of_a_wrong_clock_is_diagnosed_within_ten_minutes(int late, boolean found) {
            OptionalLong step = TotpVerifier.diagnosedStep(SECRET, CODE, during(ITS_STEP + late));

            assertThat(step).isEqualTo(found ? OptionalLong.of(ITS_STEP) : OptionalLong.empty());
        }

        @Test
        void of_another_key_is_wrong() {
            TotpSecret other = TotpSecret.of("12345678901234567891".getBytes(US_ASCII));

            assertThat(TotpVerifier.acceptedStep(other, CODE, during(ITS_STEP), 0))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50471", "0050471", "14050471", "050472", "050471 ", "０５０４７１", "050471\u0000"})
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void no_other_text_is_a_code(String code) {
        assertThat(TotpVerifier.acceptedStep(SECRET, code, during(ITS_STEP), 0)).isEmpty();
    }

    @Nested
    class TheKey {

        @Test
        void is_shown_in_groups_of_four() {
            assertThat(SECRET.inGroups()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        }

        @Test
        void has_160_bits() {
            assertThat(TotpSecret.of(new byte[TotpSecret.BYTES]).base32()).hasSize(32);
        }

        @Test
        void is_not_told_to_any_log() {
            assertThat(Optional.of(SECRET)).hasToString("Optional[TotpSecret[hidden]]");
        }
    }
}
