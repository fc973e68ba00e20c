package jp.kenpo.portal.terms;

import java.time.LocalDate;
import java.util.List;
import jp.kenpo.portal.web.Language;

/**
 * The versions of one insurer's terms that have taken effect by some day.
 *
 * @param versions the first one first, never empty
 */
public record TermsInForce(List<TermsVersion> versions) {

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
        return new TermsInForce(effective);
    }

    /** The one that is shown and accepted. */
    public TermsVersion current() {
        return versions.get(versions.size() - 1);
    }

    /** Whoever accepted this version or a later one is not asked again. */
    public int leastAccepted() {
        return versions.stream()
                .filter(TermsVersion::isMaterial)
                .mapToInt(TermsVersion::number)
                .max()
                .orElse(versions.get(0).number());
    }

    /** What is to be said to somebody whose last accepted version is this one; the oldest change first. */
    public List<String> changesSince(int accepted, Language language) {
        return versions.stream()
                .filter(version -> version.number() > accepted)
                .map(version -> version.changes(language))
                .filter(changes -> !changes.isBlank())
                .toList();
    }
}
