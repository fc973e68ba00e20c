package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;

/**
 * By what a browser is known again while it stays open, before anybody signs in: a random token in a cookie. The
 * portal keeps nothing of it; what it gives out for one browser is worth nothing in another.
 */
public final class BrowserMark {

    private static final HostCookie COOKIE = new HostCookie("browser");

    private BrowserMark() {}

    /** The hash of the browser's token; empty where it has none. */
    public static String find(HttpServletRequest request) {
        return COOKIE.read(request).map(SecretToken::hash).orElse("");
    }

    /** The hash of the browser's token, which it is given if it has none. */
    public static String give(HttpServletRequest request, HttpServletResponse response, Chance chance) {
        String known = find(request);
        if (!known.isEmpty()) {
            return known;
        }
        SecretToken token = chance.token();
        COOKIE.write(request, response, token);
        return token.hash();
    }
}
