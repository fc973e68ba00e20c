package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.platform.SecretToken;

/**
 * A cookie that carries a token; under TLS with the prefix that keeps other hosts from
 * setting it (RFC 6265bis § 4.1.3.2).
 *
 * @param name without the prefix
 */
public record HostCookie(String name) {

    private static final String PREFIX = "__Host-";

    /**
     * The token that the browser sent: under TLS that with the prefix and no other, else that without. While the
     * origin is not known it may be either, and is to be read again once it is.
     */
    public Optional<SecretToken> read(HttpServletRequest request) {
        Optional<String> sent = RequestOrigin.find(request).isPresent()
                ? Cookies.read(request, fullName(request))
                : Cookies.read(request, PREFIX + name).or(() -> Cookies.read(request, name));
        return sent.flatMap(SecretToken::parse);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, SecretToken token) {
        Cookies.write(request, response, fullName(request), token.value());
    }

    /** Sets it so that it outlives the browser's session. */
    void write(HttpServletRequest request, HttpServletResponse response, SecretToken token, Duration life) {
        Cookies.write(request, response, fullName(request), token.value(), life);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        Cookies.remove(request, response, fullName(request));
    }

    private String fullName(HttpServletRequest request) {
        return RequestOrigin.of(request).isSecure() ? PREFIX + name : name;
    }
}
