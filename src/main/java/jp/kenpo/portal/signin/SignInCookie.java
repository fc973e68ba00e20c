package jp.kenpo.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.Cookies;
import jp.kenpo.portal.web.RequestOrigin;

/** Carries a visit's token; under TLS with the prefix that keeps other hosts from setting it (RFC 6265bis § 4.1.3.2). */
final class SignInCookie {

    private static final String NAME = "sign-in";

    private SignInCookie() {}

    /** The token that the browser sent. The name is not known before the origin is, so both are looked for. */
    static Optional<SecretToken> read(HttpServletRequest request) {
        return Cookies.read(request, "__Host-" + NAME)
                .or(() -> Cookies.read(request, NAME))
                .flatMap(SecretToken::parse);
    }

    static void write(HttpServletRequest request, HttpServletResponse response, SecretToken token) {
        Cookies.write(request, response, name(request), token.value());
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        Cookies.remove(request, response, name(request));
    }

    private static String name(HttpServletRequest request) {
        return RequestOrigin.of(request).isSecure() ? "__Host-" + NAME : NAME;
    }
}
