package jp.kenpo.portal.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The sheet of recovery codes that an account has just been given, as long as it can be read: by the visit that made it,
 * until that says that it has kept the codes. A new one takes the former one's place.
 */
@Entity
@Table(name = "recovery_sheet")
public class RecoverySheet {

    /** So long the codes can be read; then the sheet is swept away. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /** Whoever asks for another one within that time has pressed the button twice. */
    private static final Duration REPEAT = Duration.ofSeconds(10);

    @Id
    private long accountId;

    private long sessionId;
    private byte[] sealedCodes;
    private Instant madeAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RecoverySheet() {}

    RecoverySheet(long accountId) {
        this.accountId = accountId;
        this.sealedCodes = new byte[0];
        this.madeAt = Instant.EPOCH;
    }

    static String place(long accountId) {
        return "recovery_sheet.codes." + accountId;
    }

    /** Puts new codes on it, which the visit that made them may read. */
    void write(byte[] newSealedCodes, long bySession, Instant now) {
        sealedCodes = newSealedCodes;
        sessionId = bySession;
        madeAt = now;
    }

    byte[] sealedCodes() {
        return sealedCodes.clone();
    }

    boolean isReadableBy(long session, Instant now) {
        return session == sessionId && now.isBefore(madeAt.plus(LIFE));
    }

    boolean isJustMadeBy(long session, Instant now) {
        return session == sessionId && now.isBefore(madeAt.plus(REPEAT));
    }

    /** Tells it from every other sheet of its account. */
    long number() {
        return madeAt.toEpochMilli();
    }

    Instant madeAt() {
        return madeAt;
    }
}
