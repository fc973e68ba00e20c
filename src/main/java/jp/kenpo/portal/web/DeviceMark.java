package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;

/**
 * By what a device is known again for a year: a random token in a cookie, set once somebody signed in fully. It says
 * whose device it may be and proves nothing.
 */
public final class DeviceMark {

    private static final HostCookie COOKIE = new HostCookie("device");

    private static final Duration LIFE = Duration.ofDays(365);

    private DeviceMark() {}

    /** The hash of the device's token; empty where it has none. */
    public static String find(HttpServletRequest request) {
        return COOKIE.read(request).map(SecretToken::hash).orElse("");
    }

    /** The hash of the device's token: the one that it has, for another year, or else a new one. */
    public static String give(HttpServletRequest request, HttpServletResponse response, Chance chance) {
        SecretToken token = COOKIE.read(request).orElseGet(chance::token);
        COOKIE.write(request, response, token, LIFE);
        return token.hash();
    }
}
