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
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a password is set: sent to the confirmed address of a member who forgot his, or handed to one of the
 * insurer's staff who is invited. Used once.
 */
@Entity
@Table(name = "recovery_link")
@SequenceGenerator(name = "recovery_link", sequenceName = "id_sequence", allocationSize = 1)
public class RecoveryLink {

    /** The life of a link that is sent for a forgotten password. */
    static final Duration LIFE = Duration.ofMinutes(30);

    /** The life of a link by which staff set their first one. */
    static final Duration INVITATION_LIFE = Duration.ofDays(7);

    /** So long a repeated form is answered as the first was. */
    private static final Duration REPEAT = Duration.ofSeconds(10);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovery_link")
    private long id;

    private String tokenHash;
    private long accountId;
    private int epoch;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private byte @Nullable [] sealedVisit;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RecoveryLink() {}

    RecoveryLink(Account account, SecretToken token, Duration life, Instant now) {
        this.tokenHash = token.hash();
        this.accountId = account.id();
        this.epoch = account.epoch();
        this.expiresAt = now.plus(life);
    }

    /** What it is worth: it lets in once, within its time, and unless a password was replaced meanwhile. */
    RecoveryLinks.State stateFor(Account owner, Instant now) {
        boolean initial = owner.passwordHash().isEmpty() && owner.staff().isEmpty();
        boolean replaced = initial || owner.epoch() != epoch;
        if (replaced || usedAt == null && !now.isBefore(expiresAt)) {
            return new RecoveryLinks.State.Worthless();
        }
        return usedAt == null ? new RecoveryLinks.State.Good(owner.userId()) : new RecoveryLinks.State.Used(id);
    }

    /** It began this visit. */
    void use(SecretToken visit, SecretBox box, Instant now) {
        usedAt = now;
        sealedVisit = box.seal(visit.value(), visitPlace());
    }

    /** The visit that it began a moment ago, for the second click; else empty. */
    Optional<SecretToken> visitBegun(SecretBox box, Instant now) {
        boolean justNow = usedAt != null && now.isBefore(usedAt.plus(REPEAT));
        return justNow && sealedVisit != null
                ? SecretToken.parse(box.open(sealedVisit, visitPlace()))
                : Optional.empty();
    }

    private String visitPlace() {
        return "recovery_link.visit." + id;
    }

    long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }
}
