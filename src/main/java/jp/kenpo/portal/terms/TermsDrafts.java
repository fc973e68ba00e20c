package jp.kenpo.portal.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.Language;

/**
 * Takes an insurer's next terms from a draft to the day on which they hold. There is one next version at a time: a draft,
 * or one that is announced, which can be taken back until its day has come.
 */
@ApplicationScoped
public class TermsDrafts {

    private static final Refusal NOT_AS_SHOWN = Refusal.of("terms.changed-meanwhile");

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Terms terms;

    @Inject
    Insurers insurers;

    @Inject
    Clock clock;

    /** The draft; empty where nobody writes one. */
    public Optional<TermsDraft> find(CurrentInsurer insurer) {
        return Optional.ofNullable(entities.find(TermsDraft.class, insurer.id()));
    }

    /** What a draft lacks before it can be published, as sentences; empty where it lacks nothing. */
    public List<Refusal> lacks(CurrentInsurer insurer, TermsDraft draft) {
        return lacks(insurer, insurer.policy().languages(), draft);
    }

    private List<Refusal> lacks(CurrentInsurer insurer, Set<Language> languages, TermsDraft draft) {
        return draft.lacks(today(), languages, terms.inForce(insurer).current());
    }

    /**
     * Saves what somebody wrote, or says why not.
     *
     * @param by his account
     * @param number of the draft that he saw; 0 where there was none
     */
    @Transactional
    public Optional<Refusal> save(CurrentInsurer insurer, long by, long number, TermsWording wording) {
        insurers.lock(insurer.id());
        Optional<TermsDraft> present = find(insurer);
        if (announced(insurer).isPresent() || present.map(TermsDraft::number).orElse(0L) != number) {
            return Optional.of(NOT_AS_SHOWN);
        }
        present.ifPresentOrElse(
                draft -> draft.save(nextNumber(), wording, clock.instant(), by),
                () -> entities.persist(new TermsDraft(insurer.id(), nextNumber(), wording, clock.instant(), by)));
        return Optional.empty();
    }

    /** What became of the wish to have a draft hold. */
    public sealed interface Publishing {
        /** It will. */
        record Done(TermsVersion version) implements Publishing {}

        record Refused(Refusal why) implements Publishing {}
    }

    /** Makes the draft that somebody saw the next version. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Publishing publish(CurrentInsurer insurer, long number) {
        insurers.revise(insurer.id());
        // Not the whole of it: at its next revision the terms are to be those that this makes.
        Set<Language> languages = insurers.locked(insurer.id()).policy().languages();
        Optional<TermsDraft> shown = find(insurer).filter(draft -> draft.number() == number);
        if (shown.isEmpty()) {
            return new Publishing.Refused(NOT_AS_SHOWN);
        }
        Optional<Refusal> lack = lacks(insurer, languages, shown.get()).stream().findFirst();
        if (lack.isPresent()) {
            return new Publishing.Refused(lack.get());
        }
        TermsVersion version = new TermsVersion(
                insurer.id(),
                latest(insurer).number() + 1,
                published(insurer, languages, shown.get().wording()));
        entities.persist(version);
        entities.remove(shown.get());
        return new Publishing.Done(version);
    }

    /** Where nobody reads English, what still stands there was not written for this version. */
    private TermsWording published(CurrentInsurer insurer, Set<Language> languages, TermsWording wording) {
        boolean left = wording.text(Language.EN)
                .equals(terms.inForce(insurer).current().text(Language.EN));
        return left && !languages.contains(Language.EN) ? wording.withoutEnglish() : wording.copy();
    }

    /**
     * Makes a draft again of what was announced; its day must not have come.
     *
     * @return false where there is nothing to take back
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(CurrentInsurer insurer, long by, long number) {
        insurers.revise(insurer.id());
        Optional<TermsVersion> version = announced(insurer).filter(next -> next.number() == number);
        version.ifPresent(next -> {
            entities.persist(
                    new TermsDraft(insurer.id(), nextNumber(), next.wording().copy(), clock.instant(), by));
            entities.remove(next);
        });
        return version.isPresent();
    }

    /** Throws the draft away that somebody saw; false where it is another by now. */
    @Transactional
    public boolean discard(CurrentInsurer insurer, long number) {
        insurers.lock(insurer.id());
        Optional<TermsDraft> shown = find(insurer).filter(draft -> draft.number() == number);
        shown.ifPresent(entities::remove);
        return shown.isPresent();
    }

    /** As the database has it: what is kept in memory may be older than the lock. */
    private Optional<TermsVersion> announced(CurrentInsurer insurer) {
        return Optional.of(latest(insurer))
                .filter(version -> version.effectiveOn().isAfter(today()));
    }

    private TermsVersion latest(CurrentInsurer insurer) {
        return entities.createQuery(
                        "select t from TermsVersion t where t.insurerId = :insurer order by t.number desc",
                        TermsVersion.class)
                .setParameter("insurer", insurer.id())
                .setMaxResults(1)
                .getSingleResult();
    }

    private long nextNumber() {
        return ((Number) entities.createNativeQuery("select nextval('id_sequence')")
                        .getSingleResult())
                .longValue();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
    }
}
