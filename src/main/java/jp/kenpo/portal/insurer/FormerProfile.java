package jp.kenpo.portal.insurer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An insurer's profile as it was until a manager changed it. */
@Entity
@Table(name = "former_profile")
@SequenceGenerator(name = "former_profile", sequenceName = "id_sequence", allocationSize = 1)
public class FormerProfile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "former_profile")
    private long id;

    private long insurerId;
    private Instant replacedAt;
    private long replacedBy;

    @Embedded
    private Brand brand;

    @Embedded
    private Contact contact;

    private String senderAddress;
    private @Nullable String alarmAddress;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected FormerProfile() {}

    FormerProfile(Insurer insurer, long replacedBy, Instant replacedAt) {
        InsurerProfile present = insurer.profile().copy();
        this.insurerId = insurer.id();
        this.replacedAt = replacedAt;
        this.replacedBy = replacedBy;
        this.brand = present.brand();
        this.contact = present.contact();
        this.senderAddress = present.senderAddress();
        this.alarmAddress = present.alarmAddress().orElse(null);
    }

    /** Grows with each change, and is no policy's. */
    public long id() {
        return id;
    }

    public Instant replacedAt() {
        return replacedAt;
    }

    /** The account of the manager who changed it. */
    public long replacedBy() {
        return replacedBy;
    }

    public InsurerProfile profile() {
        return new InsurerProfile(brand, contact, senderAddress, Optional.ofNullable(alarmAddress));
    }
}
