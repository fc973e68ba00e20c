package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The origin that a request was for (RFC 6454), as the database knows it: scheme, host and port are never
 * believed from the request.
 *
 * @param uri scheme and authority, such as {@code https://portal.example.jp}
 */
public record RequestOrigin(URI uri) {

    private static final String ATTRIBUTE = RequestOrigin.class.getName();

    /** Notes the origin once the host was found among the insurers' own. */
    public void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The origin noted for the request.
     *
     * @throws IllegalStateException when the host was not looked up, or is nobody's
     */
    public static RequestOrigin of(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new IllegalStateException("No insurer was found for this request"));
    }

    /** The origin noted for the request; empty where the host is nobody's. */
    public static Optional<RequestOrigin> find(HttpServletRequest request) {
        return Optional.ofNullable((RequestOrigin) request.getAttribute(ATTRIBUTE));
    }

    /** The host that the browser asked for, in lower case, with the port unless it is the scheme's own. */
    public static String authorityAsked(HttpServletRequest request) {
        @Nullable String host = request.getHeader("Host");
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    /** Whether cookies can and must be marked Secure. */
    public boolean isSecure() {
        return uri.getScheme().equals("https");
    }
}
