package jp.kenpo.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.Refusal;

/** Takes what an insurer is going to tell from a draft to its members, and back. */
@ApplicationScoped
public class NoticeDrafts {

    private static final Refusal NOT_AS_SHOWN = Refusal.of("notice.changed-meanwhile");

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** An insurer's drafts, the one saved last first. */
    public List<NoticeDraft> of(long insurerId) {
        return entities.createQuery(
                        "select d from NoticeDraft d where d.insurerId = :insurer order by d.savedAt desc",
                        NoticeDraft.class)
                .setParameter("insurer", insurerId)
                .getResultList();
    }

    /** The insurer's draft of this number. */
    public Optional<NoticeDraft> find(long insurerId, long id) {
        return Optional.ofNullable(entities.find(NoticeDraft.class, id))
                .filter(draft -> draft.insurerId() == insurerId);
    }

    /** What a draft lacks before it can be published, as sentences; empty where it lacks nothing. */
    public List<Refusal> lacks(CurrentInsurer insurer, NoticeDraft draft) {
        return draft.lacks(
                LocalDate.ofInstant(clock.instant(), Clocks.JAPAN),
                insurer.policy().languages());
    }

    /** Begins a draft. @param by account of whoever writes it */
    @Transactional
    public NoticeDraft begin(long insurerId, long by, NoticeWording wording, NoticeDraft.Days days) {
        NoticeDraft draft = new NoticeDraft(insurerId, wording, days, clock.instant(), by);
        entities.persist(draft);
        return draft;
    }

    /**
     * Saves what somebody wrote.
     *
     * @param number of what he saw
     */
    @Transactional
    public Optional<Refusal> save(
            long insurerId, long by, long id, long number, NoticeWording wording, NoticeDraft.Days days) {
        Optional<NoticeDraft> seen = lock(insurerId, id, number);
        seen.ifPresent(draft -> draft.save(wording, days, clock.instant(), by));
        return seen.isPresent() ? Optional.empty() : Optional.of(NOT_AS_SHOWN);
    }

    /** What became of the wish to have members told. */
    public sealed interface Publishing {
        /** They are, or will be. */
        record Done(InsurerNotice notice) implements Publishing {}

        record Refused(Refusal why) implements Publishing {}
    }

    /** Tells the members what somebody saw as a draft. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Publishing publish(CurrentInsurer insurer, long id, long number) {
        Optional<NoticeDraft> seen = lock(insurer.id(), id, number);
        if (seen.isEmpty()) {
            return new Publishing.Refused(NOT_AS_SHOWN);
        }
        Optional<Refusal> lack = lacks(insurer, seen.get()).stream().findFirst();
        if (lack.isPresent()) {
            return new Publishing.Refused(lack.get());
        }
        InsurerNotice notice = seen.get().published(clock.instant());
        entities.persist(notice);
        entities.remove(seen.get());
        return new Publishing.Done(notice);
    }

    /** Makes a draft again of what was published; empty where there is nothing to take back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<NoticeDraft> takeBack(long insurerId, long by, long id) {
        return Optional.ofNullable(entities.find(InsurerNotice.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(notice -> notice.insurerId() == insurerId)
                .map(notice -> {
                    NoticeDraft draft = begin(insurerId, by, notice.wording().copy(), NoticeDraft.daysOf(notice));
                    entities.remove(notice);
                    return draft;
                });
    }

    /** Throws the draft away that somebody saw; false where it is another by now. */
    @Transactional
    public boolean discard(long insurerId, long id, long number) {
        Optional<NoticeDraft> seen = lock(insurerId, id, number);
        seen.ifPresent(entities::remove);
        return seen.isPresent();
    }

    private Optional<NoticeDraft> lock(long insurerId, long id, long number) {
        return Optional.ofNullable(entities.find(NoticeDraft.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(draft -> draft.insurerId() == insurerId && draft.number() == number);
    }
}
