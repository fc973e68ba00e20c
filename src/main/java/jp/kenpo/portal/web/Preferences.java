package jp.kenpo.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this browser chose to read: language and size of the letters, kept in two cookies of its own. */
@Named
@RequestScoped
public class Preferences {

    static final String LANGUAGE_COOKIE = "language";
    static final String TEXT_SIZE_COOKIE = "text-size";

    private static final String OFFERED = Preferences.class.getName();

    /** What forms carry that are about one of several. */
    private static final Map<String, Pattern> ABOUT = Map.of(
            "device", Pattern.compile("(otp|passkey)-[0-9]{1,18}"),
            "account", Pattern.compile("[0-9]{1,18}"),
            "import", Pattern.compile("[0-9]{1,18}"));

    @Inject
    HttpServletRequest request;

    /** Asked for by each text of a page. */
    private @Nullable Language language;

    /** Japanese, whatever Accept-Language says, until the member chooses. */
    public Language getLanguage() {
        if (language == null) {
            language = languageOf(request);
        }
        return language;
    }

    /** The language of a request that is answered before there is a page. */
    static Language languageOf(HttpServletRequest request) {
        return Cookies.read(request, LANGUAGE_COOKIE)
                .filter(Language.EN.code()::equals)
                .filter(code -> isEnglishOffered(request))
                .map(code -> Language.EN)
                .orElse(Language.JA);
    }

    /** Notes in which languages the insurer of a request has its pages read; all of them until that is known. */
    public static void offer(HttpServletRequest request, Set<Language> languages) {
        request.setAttribute(OFFERED, languages.contains(Language.EN));
    }

    private static boolean isEnglishOffered(HttpServletRequest request) {
        return !Boolean.FALSE.equals(request.getAttribute(OFFERED));
    }

    /** Whether there is another language to switch to. */
    public boolean isEnglishOffered() {
        return isEnglishOffered(request);
    }

    /** Whether the letters are to be shown at 125 %. */
    public boolean isLargeText() {
        return Cookies.read(request, TEXT_SIZE_COOKIE).filter("large"::equals).isPresent();
    }

    /** Whether to say in English that there is English: the browser does not read Japanese. */
    public boolean isEnglishWanted() {
        String accepted = request.getHeader("Accept-Language");
        return isEnglishOffered()
                && getLanguage() == Language.JA
                && accepted != null
                && !accepted.isBlank()
                && !accepted.toLowerCase(Locale.ROOT).contains("ja")
                && !accepted.strip().equals("*");
    }

    /**
     * Address and query of this page, to come back to after a change of preference; of a page whose own address
     * nobody can ask for, the one that failed or was handed on.
     */
    public String getHere() {
        for (String asked : List.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)) {
            @Nullable Object address = request.getAttribute(asked);
            if (address != null) {
                return address.toString();
            }
        }
        @Nullable String query = request.getQueryString() == null ? about() : request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** A form that was refused stands at the page's address alone, but has said what it is about. */
    private @Nullable String about() {
        for (Map.Entry<String, Pattern> about : ABOUT.entrySet()) {
            @Nullable String value = request.getParameter(about.getKey());
            if (value != null && about.getValue().matcher(value).matches()) {
                return about.getKey() + "=" + value;
            }
        }
        return null;
    }
}
