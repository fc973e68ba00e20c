package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.roster.RosterFile.Opening;
import jp.kenpo.portal.roster.RosterFile.Reading;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;

/** The imports of every insurer: what staff bring, and what they have done with it. */
@ApplicationScoped
public class RosterImports {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    RosterStore store;

    @Inject
    RosterUndoer undoer;

    @Inject
    FreshlyProved proof;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What came of a file that staff brought. */
    public sealed interface Bringing {
        /** It is here. @param columnsKnown whether it is being checked already */
        record Brought(long importId, boolean columnsKnown) implements Bringing {}

        /** It is no roster, and nothing of it is kept. */
        record Refused(Refusal why) implements Bringing {}
    }

    /** Reads a file to its end, to see whether it can be; then it is taken in. */
    private static Optional<Refusal> lookThrough(RosterFile file) throws IOException {
        AtomicLong rows = new AtomicLong();
        if (file.read(row -> rows.incrementAndGet()) instanceof Reading.Broken broken) {
            return Optional.of(broken.why());
        }
        return rows.get() == 0 ? Optional.of(Refusal.of("roster.empty")) : Optional.empty();
    }

    /**
     * Takes a file in, whole or not at all. Where its headings say which column is which, or did so the last time, it is
     * checked at once.
     *
     * @param fileName as the browser says it
     */
    @Transactional(rollbackOn = IOException.class)
    public Bringing bring(
            CurrentInsurer insurer, Caller staff, String fileName, RosterScope scope, RosterFile.Source source)
            throws IOException {
        Opening opening = RosterFile.open(source);
        if (opening instanceof Opening.Refused refused) {
            return new Bringing.Refused(refused.why());
        }
        RosterFile file = ((Opening.Opened) opening).file();
        Optional<Refusal> broken = lookThrough(file);
        if (broken.isPresent()) {
            return new Bringing.Refused(broken.get());
        }
        RosterImport roster =
                new RosterImport(insurer.id(), staff.accountId(), fileName, scope, file.headings(), clock.instant());
        entities.persist(roster);
        entities.flush();
        Lines lines = new Lines(roster.id());
        file.read(lines);
        lines.flush();
        roster.brought(lines.count);
        RosterColumns columns = likeTheLastTime(roster).orElseGet(roster::columns);
        if (columns.missing().isEmpty()) {
            roster.check(columns, clock.instant());
        }
        audit.record(AuditEvent.ROSTER_BROUGHT, insurer.id(), null, by(staff, roster.id()));
        return new Bringing.Brought(roster.id(), columns.missing().isEmpty());
    }

    private final class Lines implements Consumer<RosterRecord> {

        private final long importId;
        private final List<RosterRecord> waiting = new ArrayList<>();
        private long count;

        Lines(long importId) {
            this.importId = importId;
        }

        @Override
        public void accept(RosterRecord record) {
            waiting.add(record);
            if (waiting.size() == RosterChecker.AT_A_TIME) {
                flush();
            }
        }

        void flush() {
            store.addLines(importId, count + 1, waiting);
            count += waiting.size();
            waiting.clear();
        }
    }

    /** What staff said the last time that a file of theirs had these headings. */
    private Optional<RosterColumns> likeTheLastTime(RosterImport roster) {
        return entities.createQuery(
                        "select i.places from RosterImport i where i.insurerId = :insurer and i.headings = :headings"
                                + " and i.id < :id and i.state <> :unsaid order by i.id desc",
                        String.class)
                .setParameter("insurer", roster.insurerId())
                .setParameter("headings", String.join(RosterImport.SEPARATOR, roster.headings()))
                .setParameter("id", roster.id())
                .setParameter("unsaid", ImportState.BROUGHT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(RosterColumns::parse);
    }

    /** An insurer's import; never another one's. */
    public Optional<RosterImport> find(CurrentInsurer insurer, long importId) {
        return Optional.ofNullable(entities.find(RosterImport.class, importId))
                .filter(roster -> roster.insurerId() == insurer.id());
    }

    /** An insurer's imports, the latest first. */
    public List<RosterImport> of(CurrentInsurer insurer, int most) {
        return entities.createQuery(
                        "select i from RosterImport i where i.insurerId = :insurer order by i.broughtAt desc, i.id desc",
                        RosterImport.class)
                .setParameter("insurer", insurer.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** What stands in the first row, in the order of the headings, so that staff see which column is which. */
    public List<String> firstRow(RosterImport roster) {
        return store.firstLine(roster.id()).map(RosterRecord::fields).orElse(List.of());
    }

    /** Whether what it changed can still be put back. */
    public boolean isUndoable(RosterImport roster) {
        return undoer.isPossible(roster);
    }

    /** Says which column is which. @return why not; empty where it is being checked now */
    @Transactional
    public Optional<Refusal> check(CurrentInsurer insurer, long importId, RosterColumns columns) {
        if (!columns.missing().isEmpty()) {
            return Optional.of(Refusal.of("roster.columns-missing"));
        }
        return change(insurer, importId, Set.of(ImportState.BROUGHT, ImportState.CHECKED), roster -> {
            store.forgetRows(importId);
            roster.check(columns, clock.instant());
        });
    }

    /**
     * Has it taken over.
     *
     * @param meant staff said that so many are to leave
     */
    @Transactional
    public Change run(CurrentInsurer insurer, Caller staff, long importId, boolean meant) {
        if (proof.lock(staff, Action.IMPORT_MEMBERS).isEmpty()) {
            return new Change.NotNow();
        }
        // As it stands once nobody else changes it: its columns may be others by now, and so whom it lets go.
        Optional<RosterImport> roster = find(insurer, importId)
                .map(one -> RosterSql.lock(entities, importId))
                .filter(RosterImport::isRunnable);
        if (roster.isEmpty()) {
            return new Change.Refused(Refusal.of("roster.not-runnable"));
        }
        if (roster.get().isMassRemoval() && !meant) {
            return new Change.Refused(
                    Refusal.of("roster.mass-removal", roster.get().gone()));
        }
        roster.get().run(clock.instant());
        audit.record(AuditEvent.ROSTER_RUN, insurer.id(), null, by(staff, importId));
        return new Change.Made();
    }

    /** Gives it up before it is taken over. */
    @Transactional
    public Optional<Refusal> giveUp(CurrentInsurer insurer, long importId) {
        return change(
                insurer,
                importId,
                EnumSet.of(ImportState.BROUGHT, ImportState.CHECKING, ImportState.CHECKED),
                roster -> roster.end(ImportState.GIVEN_UP, clock.instant()));
    }

    /** Has put back what it changed, also in the middle of it. */
    @Transactional
    public Change undo(CurrentInsurer insurer, Caller staff, long importId) {
        if (proof.lock(staff, Action.IMPORT_MEMBERS).isEmpty()) {
            return new Change.NotNow();
        }
        if (find(insurer, importId).filter(undoer::isPossible).isEmpty()) {
            return new Change.Refused(Refusal.of("roster.not-undoable"));
        }
        return made(change(insurer, importId, EnumSet.of(ImportState.RUNNING, ImportState.DONE), roster -> {
            roster.undo(clock.instant());
            audit.record(AuditEvent.ROSTER_UNDONE, insurer.id(), null, by(staff, importId));
        }));
    }

    private static String by(Caller staff, long importId) {
        return staff.deed(Optional.empty()).inShort() + "; import " + importId;
    }

    private static Change made(Optional<Refusal> refusal) {
        return refusal.<Change>map(Change.Refused::new).orElseGet(Change.Made::new);
    }

    private Optional<Refusal> change(
            CurrentInsurer insurer, long importId, Set<ImportState> from, Consumer<RosterImport> change) {
        Optional<RosterImport> roster = find(insurer, importId)
                .map(one -> RosterSql.lock(entities, importId))
                .filter(one -> from.contains(one.state()));
        roster.ifPresent(change);
        return roster.isPresent() ? Optional.empty() : Optional.of(Refusal.of("roster.not-now"));
    }

    /** Those that the portal is at work on, the oldest first. */
    @Transactional
    List<Long> atWork() {
        return entities.createQuery(
                        "select i.id from RosterImport i where i.state in :states order by i.begunAt, i.id", Long.class)
                .setParameter("states", EnumSet.of(ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING))
                .getResultList();
    }
}
