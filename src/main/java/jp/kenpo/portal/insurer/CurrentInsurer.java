package jp.kenpo.portal.insurer;

import jp.kenpo.portal.web.Language;

/**
 * The insurer whose page is asked for, as it stood at one revision.
 *
 * @param origin its canonical origin: what addresses in mails and QR codes begin with
 */
public record CurrentInsurer(Insurer insurer, InsurerPolicy policy, InsurerOrigin origin) {

    public long id() {
        return insurer.id();
    }

    /** Its name, such as デモ健康保険組合. */
    public String name(Language language) {
        return insurer.brand().name(language);
    }

    public Brand brand() {
        return insurer.brand();
    }

    public Contact contact() {
        return insurer.contact();
    }
}
