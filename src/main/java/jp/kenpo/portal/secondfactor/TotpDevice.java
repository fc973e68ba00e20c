package jp.kenpo.portal.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member's authenticator app on some device.
 *
 * <p>It begins unconfirmed, one an account, with a key that stays the same in every tab and after every mistake
 * until a code made with it comes back. From then on it is a second factor, and a further device may begin.
 */
@Entity
@Table(name = "totp_device")
@SequenceGenerator(name = "totp_device", sequenceName = "id_sequence", allocationSize = 1)
public class TotpDevice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "totp_device")
    private long id;

    private long accountId;
    private String name;
    private byte[] sealedSecret;
    private Instant createdAt;
    private @Nullable Instant confirmedAt;
    private long lastStep;
    private int drift;
    private @Nullable Instant lastUsedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TotpDevice() {}

    TotpDevice(long accountId, Instant createdAt) {
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.name = "";
        this.sealedSecret = new byte[0];
    }

    /** Where the key is sealed for: bound to this row once it has its number. */
    String secretPlace() {
        return "totp_device.secret." + id;
    }

    void keepSecret(byte[] sealed) {
        sealedSecret = sealed;
    }

    /** A code came back: the device is a second factor, and that code's step is used up. */
    void confirm(DeviceName chosenName, long step, int observedDrift, Instant now) {
        name = chosenName.value();
        confirmedAt = now;
        lastUsedAt = now;
        lastStep = step;
        drift = observedDrift;
    }

    /** Gives it another name. */
    void rename(DeviceName chosen) {
        name = chosen.value();
    }

    byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    public long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    /** When it became a second factor; empty until then. */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** How many steps its clock was off when last seen: -1, 0 or 1. */
    public int drift() {
        return drift;
    }
}
