package jp.kenpo.portal.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sheet of an account's recovery codes. A new one takes the former one's place. */
@Entity
@Table(name = "recovery_sheet")
public class RecoverySheet {

    /** So long the codes can be read by whoever made them, unless he says before that he has kept them. */
    static final Duration SHOWN = Duration.ofMinutes(30);

    @Id
    private long accountId;

    private Instant madeAt;
    private long sessionId;
    private byte @Nullable [] sealedCodes;

    /** For JPA. */
    protected RecoverySheet() {
        this.madeAt = Instant.EPOCH;
    }

    RecoverySheet(long accountId) {
        this();
        this.accountId = accountId;
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

    /** The codes were kept: nobody reads them any more. */
    void putAway() {
        sealedCodes = null;
    }

    /** What the visit may read. */
    Optional<byte[]> sealedCodes(long session, Instant now) {
        return Optional.ofNullable(sealedCodes)
                .filter(codes -> session == sessionId && now.isBefore(madeAt.plus(SHOWN)));
    }

    Instant madeAt() {
        return madeAt;
    }
}
