package jp.kenpo.portal.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import jp.kenpo.portal.platform.SecretToken;

/**
 * That a member has none of his devices any more, and waits: from some time on his password and a code by mail let him
 * in (NIST SP 800-63B-4 § 4.2.2). It is his account's only one, and dies with its epoch.
 */
@Entity
@Table(name = "account_recovery")
@SequenceGenerator(name = "account_recovery", sequenceName = "id_sequence", allocationSize = 1)
public class AccountRecovery {

    /** Once it is open it is so for that long. */
    public static final Duration OPEN = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_recovery")
    private long id;

    private long accountId;
    private int epoch;
    private Instant opensAt;
    private String stopTokenHash;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AccountRecovery() {}

    AccountRecovery(Account account, SecretToken stop, Instant opensAt) {
        this.accountId = account.id();
        this.epoch = account.epoch();
        this.opensAt = opensAt;
        this.stopTokenHash = stop.hash();
    }

    /** Whether it still counts for an account. */
    boolean isAlive(Account account, Instant now) {
        return account.epoch() == epoch && isAlive(opensAt, now);
    }

    /** Whether one that opens at some time is not over yet. */
    public static boolean isAlive(Instant opensAt, Instant now) {
        return now.isBefore(opensAt.plus(OPEN));
    }

    public long id() {
        return id;
    }

    /** When the two proofs let in. */
    public Instant opensAt() {
        return opensAt;
    }
}
