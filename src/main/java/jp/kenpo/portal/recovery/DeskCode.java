package jp.kenpo.portal.recovery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a member reads from his own screen to the insurer's staff, so that they know which visit is his. */
@Entity
@Table(name = "desk_code")
public class DeskCode {

    /** Its life, and how long its member may go on once staff took it. */
    static final Duration LIFE = Duration.ofMinutes(10);

    @Id
    private long accountId;

    private long sessionId;
    private byte[] sealedCode;
    private Instant madeAt;
    private @Nullable Instant confirmedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected DeskCode() {}

    DeskCode(long accountId) {
        this.accountId = accountId;
        this.sealedCode = new byte[0];
        this.madeAt = Instant.EPOCH;
    }

    static String place(long accountId) {
        return "desk_code.code." + accountId;
    }

    /** Another code takes the place of the former one, whichever visit that was of. */
    void write(long session, byte[] newSealedCode, Instant now) {
        sessionId = session;
        sealedCode = newSealedCode;
        madeAt = now;
        confirmedAt = null;
    }

    /** Staff took it. */
    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isOf(long session) {
        return sessionId == session;
    }

    byte[] sealedCode() {
        return sealedCode.clone();
    }

    /** Whether staff may still take it. */
    boolean isAwaited(Instant now) {
        return confirmedAt == null && now.isBefore(madeAt.plus(LIFE));
    }

    boolean isConfirmed(Instant now) {
        return confirmedAt != null && now.isBefore(confirmedAt.plus(LIFE));
    }
}
