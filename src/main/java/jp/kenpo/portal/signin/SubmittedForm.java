package jp.kenpo.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.kenpo.portal.platform.Sha256;
import org.jspecify.annotations.Nullable;

/** Knows a form again that comes in twice, without keeping what was typed; and one that is too large to be read. */
final class SubmittedForm {

    /** A thousand times what a form of the portal holds; Payara reads up to 2 MB, WildFly up to 10 MB. */
    private static final long MOST_BYTES = 1_000_000;

    /** For a logo, the same as any form; a roster of a million members has 150 MB. web.xml says the same. */
    private static final long MOST_BYTES_OF_A_FILE = 512L << 20;

    /** RFC 2046 § 5.1.1: a boundary has 70 characters at most. Payara says a charset that no browser has said. */
    private static final Pattern FILE = Pattern.compile(
            "multipart/form-data; *boundary=[a-z0-9'()+_,./:=?-]{1,70}(; *charset=utf-8)?", Pattern.CASE_INSENSITIVE);

    private SubmittedForm() {}

    /** Whether it is one of the forms of the portal that send a file. */
    static boolean bringsFile(HttpServletRequest request) {
        return bringsRoster(request) || bringsLogo(request);
    }

    private static boolean bringsRoster(HttpServletRequest request) {
        return request.getMethod().equals("POST") && RequestPath.of(request).equals(StaffPages.ROSTER_FILE);
    }

    private static boolean bringsLogo(HttpServletRequest request) {
        return request.getMethod().equals("POST") && RequestPath.of(request).equals(StaffPages.LOGO_FILE);
    }

    /** Key of the sentence on what is too large, and how large it may be. */
    static String whyTooLarge(HttpServletRequest request) {
        return bringsLogo(request)
                ? "errors.logo-too-large"
                : bringsRoster(request) ? "errors.file-too-large" : "errors.form-too-large";
    }

    /**
     * Whether a form is not to be read: it is too large, which servers answer with an error, or it does not say how
     * large it is, and Payara would read it to its end. Browsers say so always.
     */
    static boolean isTooLarge(HttpServletRequest request) {
        long most = bringsRoster(request) ? MOST_BYTES_OF_A_FILE : MOST_BYTES;
        return request.getContentLengthLong() > most || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether it is not encoded as that form of the portal is; Payara fails at parts that say no boundary. */
    static boolean isOfAnotherType(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        if (bringsFile(request)) {
            return type == null || !FILE.matcher(type).matches();
        }
        return type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** Hash of the address and of everything that was submitted; equal for both halves of a double click. */
    static String fingerprint(HttpServletRequest request) {
        StringBuilder form = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) ->
                        form.append('\n').append(name).append('=').append(String.join("\t", values)));
        return Sha256.base64Url(form.toString());
    }
}
