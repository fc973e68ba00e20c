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
     * @param accent colour as {@code #rrggbb}
     * @param logo an SVG document with a square view box
     */
    public Brand(String name, String nameInEnglish, String accent, String logo) {
        if (!accent.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("An accent is #rrggbb, not " + accent);
        }
        this.name = name;
        this.nameInEnglish = nameInEnglish;
        this.accent = accent;
        this.logo = logo;
    }

    public String name(Language language) {
        return language == Language.JA ? name : nameInEnglish;
    }

    public String accent() {
        return accent;
    }

    public String logo() {
        return logo;
    }
}
