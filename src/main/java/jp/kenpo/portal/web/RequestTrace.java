package jp.kenpo.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** How the present request is found again: where it came from, and its number in log and audit. */
@RequestScoped
public class RequestTrace {

    @Inject
    HttpServletRequest request;

    /** The caller's IP address, as the server or the proxy in front of it saw it. */
    public String address() {
        return request.getRemoteAddr();
    }

    /** Two groups of four letters and digits. */
    public String id() {
        return RequestId.of(request);
    }
}
