package jp.kenpo.portal.terms;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.Language;

/** What an insurer's next terms are to be, as long as they are not published. */
@Entity
@Table(name = "terms_draft")
public class TermsDraft {

    @Id
    private long insurerId;

    private long number;
    private Instant savedAt;
    private long savedBy;

    @Embedded
    private TermsWording wording;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TermsDraft() {}

    TermsDraft(long insurerId, long number, TermsWording wording, Instant savedAt, long savedBy) {
        this.insurerId = insurerId;
        save(number, wording, savedAt, savedBy);
    }

    final void save(long saving, TermsWording words, Instant at, long by) {
        number = saving;
        wording = words;
        savedAt = at;
        savedBy = by;
    }

    /** Of this saving alone, and no other draft's. */
    public long number() {
        return number;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public TermsWording wording() {
        return wording;
    }

    /** What it lacks before it can be published, in the order of the form. @param languages in which members read it */
    List<Refusal> lacks(LocalDate today, Set<Language> languages, TermsVersion inForce) {
        List<Refusal> lacks = new ArrayList<>();
        Optional<LocalDate> day = wording.effectiveOn();
        if (day.isEmpty()) {
            lacks.add(Refusal.of("terms.no-day"));
        } else if (day.get().isBefore(today)) {
            lacks.add(Refusal.of("terms.day-past"));
        }
        if (languages.stream().map(wording::text).anyMatch(String::isBlank)) {
            lacks.add(Refusal.of("terms.no-text"));
        } else if (isAs(inForce, Language.JA) && isAs(inForce, Language.EN)) {
            lacks.add(Refusal.of("terms.same-text"));
        }
        if (wording.isMaterial() && languages.stream().map(wording::changes).anyMatch(String::isBlank)) {
            lacks.add(Refusal.of("terms.no-changes"));
        }
        return lacks;
    }

    private boolean isAs(TermsVersion other, Language language) {
        return wording.text(language).equals(other.text(language));
    }
}
