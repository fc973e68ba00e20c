package jp.kenpo.portal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.terms.TermsWording.Twice;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsInForceTest {

    private static final List<TermsVersion> VERSIONS = List.of(
            version(1, "2026-01-01"),
            version(2, "2026-02-01"),
            version(3, "2026-03-01", "手数料", "fees"),
            version(4, "2026-04-01"),
            version(5, "2026-05-01", "連絡先", "contact"));

    private static TermsVersion version(int number, String effectiveOn) {
        return new TermsVersion(1, number, wording(number, effectiveOn));
    }

    private static TermsVersion version(int number, String effectiveOn, String changes, String changesInEnglish) {
        return new TermsVersion(
                1,
                number,
                wording(number, effectiveOn)
                        .telling(new Twice(changes, changesInEnglish))
                        .askedAgain());
    }

    private static TermsWording wording(int number, String effectiveOn) {
        return TermsWording.of(Optional.of(LocalDate.parse(effectiveOn)), new Twice("規約" + number, "Terms " + number));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,1,1",
        "2026-01-31,1,1",
        "2026-02-01,2,1",
        "2026-02-28,2,1",
        "2026-03-01,3,3",
        "2026-04-01,4,3",
        "2026-05-01,5,5",
        "2030-01-01,5,5",
    })
    void the_latest_is_shown_and_the_last_material_one_is_asked_for(LocalDate day, int shown, int least) {
        TermsInForce inForce = TermsInForce.on(day, VERSIONS);

        assertThat(inForce.current().number()).isEqualTo(shown);
        assertThat(inForce.leastAccepted()).isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"1,手数料 連絡先", "2,手数料 連絡先", "3,連絡先", "4,連絡先", "5,''"})
    void whoever_missed_some_is_told_of_all_that_changed(int accepted, String told) {
        TermsInForce inForce = TermsInForce.on(LocalDate.of(2026, 5, 1), VERSIONS);

        assertThat(String.join(" ", inForce.changesSince(accepted, Language.JA)))
                .isEqualTo(told);
    }

    @Test
    void what_has_not_taken_effect_is_not_told() {
        TermsInForce inForce = TermsInForce.on(LocalDate.of(2026, 4, 30), VERSIONS);

        assertThat(inForce.changesSince(2, Language.EN)).containsExactly("fees");
    }

    @Test
    void without_any_nobody_is_let_past() {
        LocalDate before = LocalDate.of(2025, 12, 31);

        assertThatThrownBy(() -> TermsInForce.on(before, VERSIONS)).hasMessageContaining("2025-12-31");
    }
}
