package jp.kenpo.portal.terms;

import java.time.LocalDate;
import java.util.List;

/**
 * The versions of one insurer's terms that have taken effect by some day.
 *
 * @param current the one that is shown and accepted
 * @param leastAccepted whoever accepted this version or a later one is not asked again
 */
public record TermsInForce(TermsVersion current, int leastAccepted) {

    /**
     * What is in force on a day.
     *
     * @param versions all versions of the insurer, the first one first
     * @throws IllegalStateException when none has taken effect
     */
    static TermsInForce on(LocalDate day, List<TermsVersion> versions) {
        List<TermsVersion> effective = versions.stream()
                .filter(version -> !version.effectiveOn().isAfter(day))
                .toList();
        if (effective.isEmpty()) {
            throw new IllegalStateException("The insurer has no terms of use in force on " + day);
        }
        int least = effective.stream()
                .filter(TermsVersion::isMaterial)
                .mapToInt(TermsVersion::number)
                .max()
                .orElse(effective.get(0).number());
        return new TermsInForce(effective.get(effective.size() - 1), least);
    }
}
