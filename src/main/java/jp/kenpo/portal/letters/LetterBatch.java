package jp.kenpo.portal.letters;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters that are printed together. */
@Entity
@Table(name = "letter_batch")
@SequenceGenerator(name = "letter_batch", sequenceName = "id_sequence", allocationSize = 1)
public class LetterBatch {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter_batch")
    private long id;

    private long insurerId;
    private Instant madeAt;
    private long madeBy;
    private @Nullable Long accountId;
    private int letters;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected LetterBatch() {}

    /**
     * A batch without letters yet.
     *
     * @param accountId of the one member whom the help desk writes to; empty where managers write to many
     */
    LetterBatch(long insurerId, Instant madeAt, long madeBy, Optional<Long> accountId) {
        this.insurerId = insurerId;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
        this.accountId = accountId.orElse(null);
    }

    void holds(int written) {
        letters = written;
    }

    public long id() {
        return id;
    }

    long insurerId() {
        return insurerId;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** The one member whom the help desk wrote to; empty where managers wrote to many. */
    Optional<Long> accountId() {
        return Optional.ofNullable(accountId);
    }

    /** How many were made; fewer are left where members logged in since. */
    public int letters() {
        return letters;
    }
}
