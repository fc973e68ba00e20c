package jp.kenpo.portal.insurer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.net.URI;
import jp.kenpo.portal.web.Language;

/** Something else that an insurer has for its members, at an address of its own; each has its place in their order. */
@Entity
@Table(name = "insurer_service")
@SequenceGenerator(name = "insurer_service", sequenceName = "id_sequence", allocationSize = 1)
public class InsurerService {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "insurer_service")
    private long id;

    private long insurerId;
    private int place;

    @Column(name = "name_ja")
    private String japaneseName;

    @Column(name = "name_en")
    private String englishName;

    @Column(name = "about_ja")
    private String japaneseAbout;

    @Column(name = "about_en")
    private String englishAbout;

    private String address;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected InsurerService() {}

    /** A name, and one sentence that says what it is for, in one language. */
    public record Words(String name, String about) {}

    /**
     * A service.
     *
     * @param address by https: whoever follows it from here has a right to a safe way
     */
    public InsurerService(long insurerId, int place, Words japanese, Words english, URI address) {
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("A service is at https://…, not at " + address);
        }
        this.insurerId = insurerId;
        this.place = place;
        this.japaneseName = japanese.name();
        this.japaneseAbout = japanese.about();
        this.englishName = english.name();
        this.englishAbout = english.about();
        this.address = address.toString();
    }

    public String name(Language language) {
        return language == Language.JA ? japaneseName : englishName;
    }

    /** One sentence on what it is for. */
    public String about(Language language) {
        return language == Language.JA ? japaneseAbout : englishAbout;
    }

    public String address() {
        return address;
    }
}
