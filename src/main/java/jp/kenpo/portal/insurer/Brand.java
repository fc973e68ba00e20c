package jp.kenpo.portal.insurer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jp.kenpo.portal.web.Language;

/** How an insurer shows itself: its name, the colour of the line above every page, its logo. */
@Embeddable
public class Brand {

    private String name;

    @Column(name = "name_en")
    private String nameInEnglish;

    private String accent;
    private String logo;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Brand() {}

    /**
     * A brand.
     *
     * @param logo an SVG document with a square view box
     */
    public Brand(String name, String nameInEnglish, Accent accent, String logo) {
        this.name = name;
        this.nameInEnglish = nameInEnglish;
        this.accent = accent.value();
        this.logo = logo;
    }

    public String name(Language language) {
        return language == Language.JA ? name : nameInEnglish;
    }

    public Accent accent() {
        return new Accent(accent);
    }

    public String logo() {
        return logo;
    }

    /** The same with another logo. */
    public Brand with(Logo other) {
        return new Brand(name, nameInEnglish, accent(), other.svg());
    }

    /** The same under other names and in another colour. */
    public Brand called(String otherName, String otherNameInEnglish, Accent otherAccent) {
        return new Brand(otherName, otherNameInEnglish, otherAccent, logo);
    }

    /** The same for another row: JPA wants none shared. */
    Brand copy() {
        return new Brand(name, nameInEnglish, accent(), logo);
    }
}
