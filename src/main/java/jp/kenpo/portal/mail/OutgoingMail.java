package jp.kenpo.portal.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way.
 *
 * <p>It waits, is tried, waits longer after each failure, and ends as sent or, after a day, as given up. Its
 * Message-ID is fixed from the start: a crash between sending and noting it repeats the same mail, never makes
 * another.
 */
@Entity
@Table(name = "outgoing_mail")
@SequenceGenerator(name = "outgoing_mail", sequenceName = "id_sequence", allocationSize = 1)
public class OutgoingMail {

    /** Nobody waits for a mail longer than that. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outgoing_mail")
    private long id;

    private long insurerId;

    @Enumerated(EnumType.STRING)
    private MailTemplate template;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String sender;
    private String senderName;
    private byte @Nullable [] sealedRecipient;
    private byte @Nullable [] sealedArguments;
    private String messageId;
    private Instant createdAt;
    private @Nullable Instant nextTryAt;
    private int tries;
    private @Nullable Instant sentAt;
    private @Nullable Instant givenUpAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OutgoingMail() {}

    OutgoingMail(MailDraft draft, String messageId, Instant now) {
        this.insurerId = draft.insurerId();
        this.template = draft.template();
        this.language = draft.language();
        this.sender = draft.sender();
        this.senderName = draft.senderName();
        this.messageId = messageId;
        this.createdAt = now;
        this.nextTryAt = now;
    }

    /** Seals what only the recipient may read; to be called once the row has its number. */
    void seal(MailDraft draft, SecretBox box) {
        sealedRecipient = box.seal(draft.recipient(), recipientPlace());
        sealedArguments = box.seal(String.join("\n", draft.arguments()), argumentsPlace());
    }

    /** The mail as it is to be sent. */
    Letter letter(SecretBox box) {
        if (sealedRecipient == null || sealedArguments == null) {
            throw new IllegalStateException("Mail " + id + " was erased: it is sent or given up");
        }
        String recipient = box.open(sealedRecipient, recipientPlace());
        Object[] arguments = box.open(sealedArguments, argumentsPlace()).split("\n", -1);
        return Letter.of(template, language, sender, senderName, recipient, messageId, createdAt, arguments);
    }

    void sent(Instant now) {
        sentAt = now;
        erase();
    }

    /** Plans the next try, or gives the mail up when its day is over. */
    void failed(Instant now) {
        tries++;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        Instant next = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        if (next.isAfter(createdAt.plus(LIFE))) {
            givenUpAt = now;
            erase();
        } else {
            nextTryAt = next;
        }
    }

    private void erase() {
        nextTryAt = null;
        sealedRecipient = null;
        sealedArguments = null;
    }

    private String recipientPlace() {
        return "outgoing_mail.recipient." + id;
    }

    private String argumentsPlace() {
        return "outgoing_mail.arguments." + id;
    }

    long id() {
        return id;
    }

    String messageId() {
        return messageId;
    }

    boolean isGivenUp() {
        return givenUpAt != null;
    }
}
