package jp.kenpo.portal.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** The code that is on its way to an address; a new one, there or elsewhere, takes the former one's place. */
@Entity
@Table(name = "email_confirmation")
public class EmailConfirmation {

    /** A code's life. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** So long another one can be sent to the same address; then it is swept away. */
    public static final Duration AWAITED = Duration.ofHours(1);

    /** The next code may be asked for after that. */
    static final Duration BETWEEN = Duration.ofSeconds(60);

    @Id
    private long accountId;

    private String address;
    private byte[] sealedCode;
    private Instant sentAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected EmailConfirmation() {}

    EmailConfirmation(long accountId) {
        this.accountId = accountId;
        this.address = "";
        this.sealedCode = new byte[0];
        this.sentAt = Instant.EPOCH;
    }

    static String place(long accountId) {
        return "email_confirmation.code." + accountId;
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
}
