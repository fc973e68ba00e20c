package jp.kenpo.portal.helpdesk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kenpo.portal.account.HelpReason;
import org.jspecify.annotations.Nullable;

/** What one of the staff wants done for a member, and somebody else of them is to approve. */
@Entity
@Table(name = "help_request")
@SequenceGenerator(name = "help_request", sequenceName = "id_sequence", allocationSize = 1)
public class HelpRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "help_request")
    private long id;

    private long insurerId;
    private long accountId;

    @Enumerated(EnumType.STRING)
    private Deed deed;

    @Enumerated(EnumType.STRING)
    private HelpReason reason;

    private String checks;
    private byte @Nullable [] sealedEmail;
    private long askedBy;
    private Instant askedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected HelpRequest() {}

    HelpRequest(long insurerId, long accountId, Deed deed, Grounds grounds, long askedBy, Instant askedAt) {
        this.insurerId = insurerId;
        this.accountId = accountId;
        this.deed = deed;
        this.reason = grounds.reason();
        this.checks = grounds.checks().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    static String place(long accountId) {
        return "help_request.email." + accountId;
    }

    /** With the address that is to be entered. */
    HelpRequest entering(byte[] sealed) {
        sealedEmail = sealed;
        return this;
    }

    public long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public Deed deed() {
        return deed;
    }

    public HelpReason reason() {
        return reason;
    }

    Optional<byte[]> sealedEmail() {
        return Optional.ofNullable(sealedEmail).map(byte[]::clone);
    }

    /** As they were given, with who gave them. */
    Grounds grounds() {
        return new Grounds(
                reason,
                Arrays.stream(checks.split(",")).map(IdentityCheck::valueOf).collect(Collectors.toSet()),
                Optional.of(askedBy));
    }

    public long askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
