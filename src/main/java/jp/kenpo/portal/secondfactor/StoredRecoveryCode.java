package jp.kenpo.portal.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.kenpo.portal.account.PasswordHash;
import org.jspecify.annotations.Nullable;

/** What the portal knows of a recovery code: its hash, and whether it was used. */
@Entity
@Table(name = "recovery_code")
@SequenceGenerator(name = "recovery_code", sequenceName = "id_sequence", allocationSize = 1)
public class StoredRecoveryCode {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovery_code")
    private long id;

    private long accountId;
    private String hash;
    private @Nullable Instant usedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected StoredRecoveryCode() {}

    StoredRecoveryCode(long accountId, PasswordHash hash) {
        this.accountId = accountId;
        this.hash = hash.phc();
    }

    public long id() {
        return id;
    }

    public PasswordHash hash() {
        return new PasswordHash(hash);
    }
}
