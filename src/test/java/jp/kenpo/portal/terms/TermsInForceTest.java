package jp.kenpo.portal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsInForceTest {

    private static final List<TermsVersion> VERSIONS = List.of(
            version(1, "2026-01-01"),
            version(2, "2026-02-01"),
            version(3, "2026-03-01").askAgain("手数料", "fees"),
            version(4, "2026-04-01"));

    private static TermsVersion version(int number, String effectiveOn) {
        return new TermsVersion(1, number, LocalDate.parse(effectiveOn), "規約" + number, "Terms " + number);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,1,1",
        "2026-01-31,1,1",
        "2026-02-01,2,1",
        "2026-02-28,2,1",
        "2026-03-01,3,3",
        "2026-04-01,4,3",
        "2030-01-01,4,3",
    })
    void the_latest_is_shown_and_the_last_material_one_is_asked_for(LocalDate day, int shown, int least) {
        TermsInForce inForce = TermsInForce.on(day, VERSIONS);

        assertThat(inForce.current().number()).isEqualTo(shown);
        assertThat(inForce.leastAccepted()).isEqualTo(least);
    }

    @Test
    void without_any_nobody_is_let_past() {
        LocalDate before = LocalDate.of(2025, 12, 31);

        assertThatThrownBy(() -> TermsInForce.on(before, VERSIONS)).hasMessageContaining("2025-12-31");
    }
}
