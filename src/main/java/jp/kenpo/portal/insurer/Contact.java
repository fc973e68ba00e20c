package jp.kenpo.portal.insurer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jp.kenpo.portal.web.Language;

/** Where members reach the insurer's own staff. */
@Embeddable
public class Contact {

    @Column(name = "contact_phone")
    private String phone;

    @Column(name = "contact_hours")
    private String hours;

    @Column(name = "contact_hours_en")
    private String hoursInEnglish;

    @Column(name = "contact_post")
    private String post;

    @Column(name = "contact_post_en")
    private String postInEnglish;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    /**
     * A contact.
     *
     * @param phone as it is to be read, such as {@code 03-0000-0000}
     * @param hours when somebody answers
     * @param post address for letters
     */
    public Contact(String phone, String hours, String hoursInEnglish, String post, String postInEnglish) {
        this.phone = phone;
        this.hours = hours;
        this.hoursInEnglish = hoursInEnglish;
        this.post = post;
        this.postInEnglish = postInEnglish;
    }

    public String phone() {
        return phone;
    }

    public String hours(Language language) {
        return language == Language.JA ? hours : hoursInEnglish;
    }

    public String post(Language language) {
        return language == Language.JA ? post : postInEnglish;
    }

    /** The same for another row: JPA wants none shared. */
    Contact copy() {
        return new Contact(phone, hours, hoursInEnglish, post, postInEnglish);
    }
}
