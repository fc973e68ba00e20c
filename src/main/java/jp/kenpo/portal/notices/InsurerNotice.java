package jp.kenpo.portal.notices;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that an insurer tells its members from one instant until another. */
@Entity
@Table(name = "notice")
@SequenceGenerator(name = "notice", sequenceName = "id_sequence", allocationSize = 1)
public class InsurerNotice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice")
    private long id;

    private long insurerId;

    @Embedded
    private NoticeWording wording;

    private Instant shownFrom;
    private @Nullable Instant shownUntil;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected InsurerNotice() {}

    /** A notice that is shown from then on. */
    public InsurerNotice(long insurerId, NoticeWording wording, Instant shownFrom) {
        this.insurerId = insurerId;
        this.wording = wording;
        this.shownFrom = shownFrom;
    }

    /** From this instant on nobody is shown it any more. */
    public InsurerNotice until(Instant end) {
        shownUntil = end;
        return this;
    }

    public long id() {
        return id;
    }

    long insurerId() {
        return insurerId;
    }

    public NoticeWording wording() {
        return wording;
    }

    public Instant shownFrom() {
        return shownFrom;
    }

    /** Empty where nobody has said. */
    public Optional<Instant> shownUntil() {
        return Optional.ofNullable(shownUntil);
    }

    /** Whether it is shown at some time, is to be, or was. */
    public State at(Instant now) {
        if (shownFrom.isAfter(now)) {
            return State.TO_COME;
        }
        return shownUntil == null || shownUntil.isAfter(now) ? State.SHOWN : State.OVER;
    }

    /** Where a notice that was published stands in time. */
    public enum State {
        TO_COME,
        SHOWN,
        OVER;

        /** Names it in texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
