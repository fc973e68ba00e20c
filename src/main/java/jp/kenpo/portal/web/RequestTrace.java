package jp.kenpo.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Where the present request came from, and its number in log and audit. */
@ApplicationScoped
public class RequestTrace {

    @Inject
    HttpServletRequest request;

    /** The caller's IP address, as the server or the proxy in front of it saw it. */
    public String address() {
        return request.getRemoteAddr();
    }

    /** The hash of the mark by which the caller's device is known again; empty where it has none. */
    public String device() {
        return DeviceMark.find(request);
    }

    /** The caller's browser and system, as they call themselves. */
    public UserAgent browser() {
        return UserAgent.of(request);
    }

    /** Two groups of four letters and digits. */
    public String id() {
        return RequestId.of(request);
    }
}
