package jp.kenpo.portal.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The code that is on its way to an address; a new one for the same purpose, there or elsewhere, takes the former one's
 * place.
 */
@Entity
@Table(name = "email_confirmation")
@IdClass(EmailConfirmation.Key.class)
public class EmailConfirmation {

    /** A code's life. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** So long another one can be sent to the same address; then it is swept away. */
    public static final Duration AWAITED = Duration.ofHours(1);

    /** The next code may be asked for after that. */
    static final Duration BETWEEN = Duration.ofSeconds(60);

    @Id
    private long accountId;

    @Id
    @Enumerated(EnumType.STRING)
    private EmailCodePurpose purpose;

    private String address;
    private byte[] sealedCode;
    private Instant sentAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected EmailConfirmation() {}

    EmailConfirmation(Key key) {
        this.accountId = key.accountId;
        this.purpose = key.purpose;
        this.address = "";
        this.sealedCode = new byte[0];
        this.sentAt = Instant.EPOCH;
    }

    String place() {
        return "email_confirmation.code." + purpose + "." + accountId;
    }

    void send(EmailAddress to, byte[] newSealedCode, Instant now) {
        address = to.value();
        sealedCode = newSealedCode;
        sentAt = now;
    }

    EmailAddress address() {
        return new EmailAddress(address);
    }

    byte[] sealedCode() {
        return sealedCode.clone();
    }

    boolean isAwaited(Instant now) {
        return now.isBefore(sentAt.plus(AWAITED));
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(sentAt.plus(LIFE));
    }

    /** How long the next code has to be waited for; zero or less: not at all. */
    Duration waitForNext(Instant now) {
        return Duration.between(now, sentAt.plus(BETWEEN));
    }

    /** Whose code, and what for. JPA asks for just this shape. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private long accountId;
        private EmailCodePurpose purpose;

        /** For JPA. */
        @SuppressWarnings("NullAway.Init")
        protected Key() {}

        Key(long accountId, EmailCodePurpose purpose) {
            this.accountId = accountId;
            this.purpose = purpose;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.accountId == accountId && key.purpose == purpose;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, purpose);
        }
    }
}
