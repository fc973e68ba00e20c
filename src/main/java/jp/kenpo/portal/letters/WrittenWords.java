package jp.kenpo.portal.letters;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an insurer wanted its letters to say at some time; a later wish is another row. */
@Entity
@Table(name = "letter_words")
@SequenceGenerator(name = "letter_words", sequenceName = "id_sequence", allocationSize = 1)
public class WrittenWords {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter_words")
    private long id;

    private long insurerId;
    private Instant writtenAt;
    private long writtenBy;
    private String opening;
    private String closing;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected WrittenWords() {}

    WrittenWords(long insurerId, Instant writtenAt, long writtenBy, LetterWords words) {
        this.insurerId = insurerId;
        this.writtenAt = writtenAt;
        this.writtenBy = writtenBy;
        this.opening = words.opening();
        this.closing = words.closing();
    }

    LetterWords words() {
        return new LetterWords(opening, closing);
    }
}
