package jp.kenpo.portal.insurer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.web.Language;

/**
 * The insurer whose page is asked for, as it stood at one revision.
 *
 * @param origin its canonical origin: what addresses in mails and QR codes begin with
 * @param services what else it has for its members, in their order
 */
public record CurrentInsurer(
        Insurer insurer, InsurerPolicy policy, InsurerOrigin origin, List<InsurerService> services) {

    private static final String ATTRIBUTE = CurrentInsurer.class.getName();

    public CurrentInsurer {
        services = List.copyOf(services);
    }

    /** Notes whose host a request came to. */
    public void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The insurer whose host a request came to.
     *
     * @throws IllegalStateException when the host was not looked up, or is nobody's
     */
    public static CurrentInsurer of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof CurrentInsurer insurer) {
            return insurer;
        }
        throw new IllegalStateException("No insurer was found for this request");
    }

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
