package jp.kenpo.portal.insurer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

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
}
