package jp.kenpo.portal.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file of an insurer's members, from when it is brought until it is taken over, given up or undone. */
@Entity
@Table(name = "roster_import")
@SequenceGenerator(name = "roster_import", sequenceName = "id_sequence", allocationSize = 1)
public class RosterImport {

    /** Stands in no text that a spreadsheet writes (U+001F, unit separator). */
    static final String SEPARATOR = "\u001F";

    /** Where more than one in twenty would leave, staff have to say that they mean it. */
    private static final int MASS = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "roster_import")
    private long id;

    private long insurerId;
    private long broughtBy;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private RosterScope scope;

    private String headings;
    private String places;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private long lines;
    private long done;
    private long added;
    private long changed;
    private long gone;
    private long present;
    private long faulty;
    private Instant broughtAt;
    private Instant begunAt;
    private @Nullable Instant endedAt;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RosterImport() {}

    /** @param broughtBy the account of one of the insurer's staff */
    RosterImport(
            long insurerId, long broughtBy, String fileName, RosterScope scope, List<String> headings, Instant now) {
        this.insurerId = insurerId;
        this.broughtBy = broughtBy;
        this.fileName = fileName;
        this.scope = scope;
        this.headings = String.join(SEPARATOR, headings);
        this.places = RosterColumns.of(headings).written();
        this.state = ImportState.BROUGHT;
        this.broughtAt = now;
        this.begunAt = now;
    }

    public long id() {
        return id;
    }

    public long insurerId() {
        return insurerId;
    }

    public String fileName() {
        return fileName;
    }

    public RosterScope scope() {
        return scope;
    }

    public ImportState state() {
        return state;
    }

    public List<String> headings() {
        return List.of(headings.split(SEPARATOR, -1));
    }

    public RosterColumns columns() {
        return RosterColumns.parse(places);
    }

    /** How many rows the file has, its headings aside. */
    public long lines() {
        return lines;
    }

    /** How many of them the present work is through with. */
    public long done() {
        return done;
    }

    /** How many members it brings that the insurer did not have. */
    public long added() {
        return added;
    }

    /** Of how many members it brings something new. */
    public long changed() {
        return changed;
    }

    /** How many members are none any more by it. */
    public long gone() {
        return gone;
    }

    /** How many rows cannot be taken. */
    public long faulty() {
        return faulty;
    }

    /** When the present or last work on it was begun. */
    Instant begunAt() {
        return begunAt;
    }

    public Instant broughtAt() {
        return broughtAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether so many would leave that it may be the wrong file. */
    public boolean isMassRemoval() {
        return gone * MASS > present;
    }

    /** Whether it may be taken over: the rows of a whole roster all, those of changes as far as they can be read. */
    public boolean isRunnable() {
        return state == ImportState.CHECKED && (faulty == 0 || scope == RosterScope.CHANGES && faulty < lines);
    }

    /** How many the present work has to go through. */
    public long total() {
        return state == ImportState.UNDOING ? added + changed + gone : lines;
    }

    /** Whether what it would change is known. */
    public boolean isChecked() {
        return state == ImportState.CHECKED || state == ImportState.RUNNING || state == ImportState.DONE;
    }

    /** How many a second the present work goes through. */
    public long rate(Instant now) {
        return done * 1000 / Math.max(1, Duration.between(begunAt, now).toMillis());
    }

    /** For how much longer the present work goes on at its pace; empty while it has hardly begun. */
    public Optional<Duration> remaining(Instant now) {
        return done == 0
                ? Optional.empty()
                : Optional.of(Duration.between(begunAt, now)
                        .multipliedBy(Math.max(0, total() - done))
                        .dividedBy(done));
    }

    /** All its lines are here. */
    void brought(long lines) {
        this.lines = lines;
    }

    /** Staff said which column is which. */
    void check(RosterColumns columns, Instant now) {
        places = columns.written();
        begin(ImportState.CHECKING, now);
    }

    void run(Instant now) {
        added = 0;
        changed = 0;
        begin(ImportState.RUNNING, now);
    }

    void undo(Instant now) {
        begin(ImportState.UNDOING, now);
    }

    private void begin(ImportState work, Instant now) {
        state = work;
        done = 0;
        begunAt = now;
        endedAt = null;
    }

    /** So many more lines are through. */
    void advance(long further) {
        done += further;
    }

    /** What it would change. */
    void checked(Forecast forecast, Instant now) {
        added = forecast.added();
        changed = forecast.changed();
        gone = forecast.gone();
        present = forecast.present();
        faulty = forecast.faulty();
        end(ImportState.CHECKED, now);
    }

    /** So many more rows cannot be taken. */
    void refused(long more) {
        faulty += more;
    }

    void took(long moreAdded, long moreChanged) {
        added += moreAdded;
        changed += moreChanged;
    }

    void end(ImportState reached, Instant now) {
        state = reached;
        endedAt = now;
    }

    /**
     * What an import would change.
     *
     * @param present members before it
     */
    record Forecast(long added, long changed, long gone, long present, long faulty) {}
}
