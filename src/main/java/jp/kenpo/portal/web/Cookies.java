package jp.kenpo.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Reads and writes cookies; each is for the whole host, hidden from scripts and sent on same-site requests. */
public final class Cookies {

    private Cookies() {}

    /** The value that the browser sent; empty where it sent none. */
    public static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] sent = request.getCookies();
        return sent == null
                ? Optional.empty()
                : Arrays.stream(sent)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Sets a cookie that ends with the browser's session. */
    public static void write(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        send(request, response, name, value, -1);
    }

    /** Sets a cookie that outlives the browser's session. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration life) {
        send(request, response, name, value, (int) life.toSeconds());
    }

    /** Takes a cookie back. */
    public static void remove(HttpServletRequest request, HttpServletResponse response, String name) {
        send(request, response, name, "", 0);
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(RequestOrigin.of(request).isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
