package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletResponse;

/** A redirect that is always followed by a GET (RFC 9110 § 15.4.4), to a path of this host. */
public final class SeeOther {

    private SeeOther() {}

    /**
     * Answers with the redirect.
     *
     * @param address path and query; the scheme and host stay the browser's own, so that a proxy in front
     *     cannot turn them
     */
    public static void send(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setContentLength(0);
    }
}
