package jp.kenpo.portal.insurer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A health insurance society (健康保険組合) whose members use the portal. */
@Entity
@Table(name = "insurer")
@SequenceGenerator(name = "insurer", sequenceName = "id_sequence", allocationSize = 1)
public class Insurer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "insurer")
    private long id;

    private String code;

    /** Counts every change of brand, contact, policy, origins, services or terms, so that each node drops what it kept. */
    private int revision;

    @Embedded
    private Brand brand;

    @Embedded
    private Contact contact;

    private String senderAddress;
    private @Nullable String alarmAddress;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Insurer() {}

    /**
     * A new insurer, at its first revision.
     *
     * @param code short name of small letters, for operators and log lines
     * @param senderAddress the address that its mail comes from
     */
    public Insurer(String code, Brand brand, Contact contact, String senderAddress) {
        this.code = code;
        this.brand = brand;
        this.contact = contact;
        this.senderAddress = senderAddress;
        this.revision = 1;
    }

    /** Its own staff are told at this address of what a member reports. */
    public Insurer alarmedAt(String address) {
        alarmAddress = address;
        return this;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int revision() {
        return revision;
    }

    public Brand brand() {
        return brand;
    }

    public Contact contact() {
        return contact;
    }

    public String senderAddress() {
        return senderAddress;
    }

    /** All of it that managers decide. */
    public InsurerProfile profile() {
        return new InsurerProfile(brand, contact, senderAddress, alarmAddress());
    }

    /** Is like this from its next revision on, which begins now. */
    void become(InsurerProfile profile) {
        InsurerProfile own = profile.copy();
        brand = own.brand();
        contact = own.contact();
        senderAddress = own.senderAddress();
        alarmAddress = own.alarmAddress().orElse(null);
        revise();
    }

    /** Something of it that is kept elsewhere is another from now on. */
    void revise() {
        revision++;
    }

    /** Where its own staff are told of what a member reports; empty: they want to be called. */
    public Optional<String> alarmAddress() {
        return Optional.ofNullable(alarmAddress);
    }
}
