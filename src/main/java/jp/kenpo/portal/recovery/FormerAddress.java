package jp.kenpo.portal.recovery;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.platform.SecretToken;
import org.jspecify.annotations.Nullable;

/** A confirmed address that another one took the place of, and the link by which its owner has it back; used once. */
@Entity
@Table(name = "former_address")
@SequenceGenerator(name = "former_address", sequenceName = "id_sequence", allocationSize = 1)
public class FormerAddress {

    /** The link's life: long enough for whoever reads his mail at the weekend only. */
    static final Duration LIFE = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "former_address")
    private long id;

    private String tokenHash;
    private long accountId;
    private String address;
    private Instant expiresAt;
    private @Nullable Instant restoredAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected FormerAddress() {}

    FormerAddress(Account account, String address, SecretToken token, Instant now) {
        this.tokenHash = token.hash();
        this.accountId = account.id();
        this.address = address;
        this.expiresAt = now.plus(LIFE);
    }

    /** What its link is worth: once it was used, it is so only for as long as that is still how things stand. */
    FormerAddresses.State stateFor(Account owner, Instant now) {
        if (!now.isBefore(expiresAt)) {
            return new FormerAddresses.State.Worthless();
        }
        if (restoredAt == null) {
            return new FormerAddresses.State.Good(owner.userId(), address);
        }
        boolean isStill =
                owner.emailState() == EmailState.CONFIRMED && owner.email().equals(Optional.of(address));
        return isStill ? new FormerAddresses.State.Restored() : new FormerAddresses.State.Worthless();
    }

    void restore(Instant now) {
        restoredAt = now;
    }

    EmailAddress address() {
        return new EmailAddress(address);
    }

    long id() {
        return id;
    }
}
