package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTest {

    private static final List<String> OWN = List.of("testuser", "9999", "43210", "19801201");

    @ParameterizedTest
    @CsvSource({
        "'', VERY_WEAK",
        "password, VERY_WEAK",
        "testuser1, WEAK",
        "hanako1980, FAIR",
        "sakura7Tokyo, STRONG",
        "Qx7wLm2RtVb9, VERY_STRONG",
    })
    void grows(String password, PasswordStrength strength) {
        assertThat(PasswordStrength.of(password, OWN)).isEqualTo(strength);
    }

    @Test
    void whatIsTheMembersOwnIsWeaker() {
        String password = "43210kato";

        assertThat(PasswordStrength.of(password, OWN)).isLessThan(PasswordStrength.of(password, List.of()));
    }

    @Test
    void whatIsTooLongToBeChosenIsEstimatedByItsBeginning() {
        assertThat(PasswordStrength.of("Qx7wLm2RtVb9".repeat(10_000), OWN)).isEqualTo(PasswordStrength.VERY_STRONG);
    }
}
