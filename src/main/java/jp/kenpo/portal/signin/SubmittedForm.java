package jp.kenpo.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.TreeMap;
import jp.kenpo.portal.platform.Sha256;
import org.jspecify.annotations.Nullable;

/** Knows a form again that comes in twice, without keeping what was typed; and one that is too large to be read. */
final class SubmittedForm {

    /** A thousand times what a form of the portal holds; Payara reads up to 2 MB, WildFly up to 10 MB. */
    private static final long MOST_BYTES = 1_000_000;

    private SubmittedForm() {}

    /**
     * Whether a form is not to be read: it is too large, which servers answer with an error, or it does not say how
     * large it is, and Payara would read it to its end. Browsers say so always.
     */
    static boolean isTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > MOST_BYTES || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Whether it is not encoded as the portal's forms are: no page sends files or anything else, and Payara fails at
     * parts that say no boundary.
     */
    static boolean isOfAnotherType(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
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
