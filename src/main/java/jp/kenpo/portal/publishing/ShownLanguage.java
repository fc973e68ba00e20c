package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** In which language a text for members is shown to staff: the page's own, unless the address says another. */
@Named("shown")
@RequestScoped
public class ShownLanguage {

    @Inject
    Preferences preferences;

    @Inject
    HttpServletRequest request;

    public Language get() {
        @Nullable String asked = request.getParameter("text");
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(asked))
                .findFirst()
                .orElse(preferences.getLanguage());
    }

    /** Two letters, for the page. */
    public String getCode() {
        return get().code();
    }

    /** Of the language in which it is not shown. */
    public String getOther() {
        return get().other().code();
    }
}
