package jp.kenpo.portal.member;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An insured person, as the insurer's roster has him; {@code InsuredPerson} in queries, whose language keeps the word
 * MEMBER for itself.
 */
@Entity(name = "InsuredPerson")
@Table(name = "member")
@SequenceGenerator(name = "member", sequenceName = "id_sequence", allocationSize = 1)
public class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member")
    private long id;

    private long insurerId;

    @Embedded
    private MemberNumber number;

    private String name;
    private String kana;
    private LocalDate birthDate;
    private LocalDate qualifiedOn;
    private @Nullable LocalDate disqualifiedOn;
    private @Nullable String rosterEmail;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    /**
     * A member whose insurance lasts.
     *
     * @param qualifiedOn the day on which it began (資格取得日)
     * @param rosterEmail the address in the roster, which nobody has confirmed; null where there is none
     */
    public Member(
            long insurerId,
            MemberNumber number,
            String name,
            String kana,
            BirthDate birthDate,
            LocalDate qualifiedOn,
            @Nullable String rosterEmail) {
        this.insurerId = insurerId;
        this.number = number;
        this.name = name;
        this.kana = kana;
        this.birthDate = birthDate.date();
        this.qualifiedOn = qualifiedOn;
        this.rosterEmail = rosterEmail;
    }

    public long id() {
        return id;
    }

    public long insurerId() {
        return insurerId;
    }

    public MemberNumber number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String kana() {
        return kana;
    }

    public BirthDate birthDate() {
        return new BirthDate(birthDate);
    }

    /** The day on which the insurance began (資格取得日). */
    public LocalDate qualifiedOn() {
        return qualifiedOn;
    }

    /** The first day without insurance (資格喪失日); empty while it lasts. */
    public Optional<LocalDate> disqualifiedOn() {
        return Optional.ofNullable(disqualifiedOn);
    }

    /** The unconfirmed address of the roster. */
    public Optional<String> rosterEmail() {
        return Optional.ofNullable(rosterEmail);
    }
}
