package jp.kenpo.portal.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.web.Language;

/** The terms of use of every insurer, kept in memory for as long as the insurer's revision stands. */
@ApplicationScoped
public class Terms {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(int revision, List<TermsVersion> versions, Map<Step, TermsDifference> differences) {}

    /** From one version to another. */
    private record Step(int from, int to, Language language) {}

    /** The terms that hold today. */
    public TermsInForce inForce(CurrentInsurer insurer) {
        return TermsInForce.on(today(), versions(insurer));
    }

    /** The version that will hold from its day on; empty where none is announced. */
    public Optional<TermsVersion> announced(CurrentInsurer insurer) {
        LocalDate today = today();
        return versions(insurer).stream()
                .filter(version -> version.effectiveOn().isAfter(today))
                .findFirst();
    }

    /** All that were published, the first one first. */
    public List<TermsVersion> versions(CurrentInsurer insurer) {
        return kept(insurer).versions();
    }

    /** What is not as in a former version; found once, since everybody may ask. */
    public TermsDifference difference(CurrentInsurer insurer, TermsVersion from, TermsVersion to, Language language) {
        return kept(insurer)
                .differences()
                .computeIfAbsent(
                        new Step(from.number(), to.number(), language),
                        step -> TermsDifference.between(from.text(language), to.text(language)));
    }

    private Kept kept(CurrentInsurer insurer) {
        int revision = insurer.insurer().revision();
        Kept known = kept.get(insurer.id());
        if (known == null || known.revision() != revision) {
            known = new Kept(revision, read(insurer.id()), new ConcurrentHashMap<>());
            kept.put(insurer.id(), known);
        }
        return known;
    }

    /** The version of this number. */
    public Optional<TermsVersion> find(CurrentInsurer insurer, long number) {
        return versions(insurer).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
    }

    /** What an account accepted, the last first. */
    public List<TermsAcceptance> acceptedBy(long accountId) {
        return entities.createQuery(
                        "select t from TermsAcceptance t where t.accountId = :account order by t.number desc",
                        TermsAcceptance.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Adds a version; it is asked for from its day of effect on. */
    @Transactional
    public void add(TermsVersion version) {
        entities.persist(version);
    }

    /**
     * Records that a member, whose account is locked, accepted a version.
     *
     * @return false where he had accepted it before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean accept(long accountId, TermsVersion version, Language language) {
        if (isAccepted(accountId, version)) {
            return false;
        }
        entities.persist(new TermsAcceptance(accountId, version, language, clock.instant()));
        return true;
    }

    private boolean isAccepted(long accountId, TermsVersion version) {
        return entities.createQuery(
                                "select count(t.id) from TermsAcceptance t where t.accountId = :account and t.number = :number",
                                Long.class)
                        .setParameter("account", accountId)
                        .setParameter("number", version.number())
                        .getSingleResult()
                > 0;
    }

    private List<TermsVersion> read(long insurerId) {
        return entities.createQuery(
                        "select t from TermsVersion t where t.insurerId = :insurer order by t.number",
                        TermsVersion.class)
                .setParameter("insurer", insurerId)
                .getResultList();
    }
}
