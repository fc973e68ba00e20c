package jp.kenpo.portal.notices;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** What an insurer is going to tell its members, as long as it is not published. */
@Entity
@Table(name = "notice_draft")
@SequenceGenerator(name = "notice_draft", sequenceName = "id_sequence", allocationSize = 1)
public class NoticeDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice_draft")
    private long id;

    private long insurerId;
    private int number;
    private Instant savedAt;
    private long savedBy;

    @Embedded
    private NoticeWording wording;

    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected NoticeDraft() {}

    /**
     * On which days a notice is shown.
     *
     * @param first empty: from its publishing on
     * @param last empty: until somebody takes it away
     */
    public record Days(Optional<LocalDate> first, Optional<LocalDate> last) {}

    NoticeDraft(long insurerId, NoticeWording wording, Days days, Instant savedAt, long savedBy) {
        this.insurerId = insurerId;
        save(wording, days, savedAt, savedBy);
    }

    final void save(NoticeWording words, Days days, Instant at, long by) {
        number++;
        wording = words;
        firstDay = days.first().orElse(null);
        lastDay = days.last().orElse(null);
        savedAt = at;
        savedBy = by;
    }

    public long id() {
        return id;
    }

    long insurerId() {
        return insurerId;
    }

    /** Counts what was saved, from 1. */
    public int number() {
        return number;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public NoticeWording wording() {
        return wording;
    }

    public Days days() {
        return new Days(Optional.ofNullable(firstDay), Optional.ofNullable(lastDay));
    }

    /** What it lacks before it can be published, in the order of the form. @param languages in which members read it */
    List<Refusal> lacks(LocalDate today, Set<Language> languages) {
        List<Refusal> lacks = new ArrayList<>();
        if (languages.stream().map(wording::title).anyMatch(String::isBlank)) {
            lacks.add(Refusal.of("notice.no-title"));
        }
        if (languages.stream().map(wording::text).anyMatch(String::isBlank)) {
            lacks.add(Refusal.of("notice.no-text"));
        }
        LocalDate from = days().first().filter(day -> day.isAfter(today)).orElse(today);
        if (days().last().filter(day -> day.isBefore(from)).isPresent()) {
            lacks.add(Refusal.of("notice.over-before-it-begins"));
        }
        return lacks;
    }

    /** It as it is published at some time: a first day that has come is now. */
    InsurerNotice published(Instant now) {
        Instant beginning =
                days().first().map(NoticeDraft::beginning).filter(now::isBefore).orElse(now);
        InsurerNotice notice = new InsurerNotice(insurerId, wording.forAllReaders(), beginning);
        days().last().map(day -> beginning(day.plusDays(1))).ifPresent(notice::until);
        return notice;
    }

    /** Of a notice that is taken back: the days on which it was to be shown. */
    static Days daysOf(InsurerNotice notice) {
        return new Days(
                Optional.of(LocalDate.ofInstant(notice.shownFrom(), Clocks.JAPAN)),
                notice.shownUntil()
                        .map(end -> LocalDate.ofInstant(end, Clocks.JAPAN).minusDays(1)));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(Clocks.JAPAN).toInstant();
    }
}
