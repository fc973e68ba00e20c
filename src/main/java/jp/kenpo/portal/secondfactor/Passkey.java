package jp.kenpo.portal.secondfactor;

import com.webauthn4j.data.attestation.authenticator.AAGUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A member's passkey: the credential record of WebAuthn L3 § 4, with a name to tell it from his others. */
@Entity
@Table(name = "passkey")
@SequenceGenerator(name = "passkey", sequenceName = "id_sequence", allocationSize = 1)
public class Passkey {

    private static final int AAGUID_BYTES = 16;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "passkey")
    private long id;

    private long accountId;
    private long insurerId;

    @Column(name = "rp_id")
    private String relyingPartyId;

    private String credentialId;
    private byte[] attestedCredentialData;
    private long signCount;
    private boolean backupEligible;
    private boolean backedUp;
    private String transports;
    private String name;
    private Instant createdAt;
    private Instant lastUsedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Passkey() {}

    Passkey(long accountId, RelyingParty relyingParty, PasskeyRegistration made, DeviceName name, Instant now) {
        this.accountId = accountId;
        this.insurerId = relyingParty.insurerId();
        this.relyingPartyId = relyingParty.id();
        this.credentialId = made.credentialId();
        this.attestedCredentialData = made.attestedCredentialData();
        this.signCount = made.signCount();
        this.backupEligible = made.isBackupEligible();
        this.backedUp = made.isBackedUp();
        this.transports = String.join(",", made.transports());
        this.name = name.value();
        this.createdAt = now;
        this.lastUsedAt = now;
    }

    /** It signed its member in (WebAuthn L3 § 7.2 step 24). */
    void use(PasskeyAssertion assertion, Instant now) {
        signCount = assertion.signCount();
        backedUp = assertion.isBackedUp();
        lastUsedAt = now;
    }

    /** Gives it another name. */
    void rename(DeviceName chosen) {
        name = chosen.value();
    }

    /** AAGUID, credential ID and public key in one (WebAuthn L3 § 6.5.1). */
    byte[] attestedCredentialData() {
        return attestedCredentialData.clone();
    }

    /** The authenticator's make (WebAuthn L3 § 6.5.1). */
    AAGUID make() {
        return new AAGUID(Arrays.copyOf(attestedCredentialData, AAGUID_BYTES));
    }

    long signCount() {
        return signCount;
    }

    boolean isBackupEligible() {
        return backupEligible;
    }

    /** How browsers reach the authenticator, such as {@code internal} and {@code hybrid}; may be empty. */
    List<String> transports() {
        return Arrays.stream(transports.split(","))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    public long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    /** Where it works: that of the host at which it was made. */
    public String relyingPartyId() {
        return relyingPartyId;
    }

    /** Base64url without padding. */
    public String credentialId() {
        return credentialId;
    }

    /** Whether it is synced to the member's other devices. */
    public boolean isBackedUp() {
        return backedUp;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }
}
