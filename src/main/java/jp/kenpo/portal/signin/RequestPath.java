package jp.kenpo.portal.signin;

import jakarta.faces.flow.FlowHandler;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request asks for, as the container decoded it. */
final class RequestPath {

    /** The folders whose pages are each shown at their step only, and a page of another folder that is. */
    private static final List<String> PLACES_OF_STEPS = List.of(
            "/sign-in/",
            "/first-login/",
            "/mfa-setup/",
            "/member/",
            StaffPages.FOLDER,
            SignInPages.PASSWORD_RESET + "/");

    /** What a page's script fetches by itself, however long nobody looks at it. */
    private static final List<String> FETCHED_BY_SCRIPT = List.of("/session", "/sign-in/passkey-options");

    private RequestPath() {}

    static String of(HttpServletRequest request) {
        @Nullable String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        return path.isEmpty() ? "/" : path;
    }

    /** Also of a folder without its slash, which servers complete or answer in ways of their own. */
    static boolean isStepPage(String path) {
        return PLACES_OF_STEPS.stream().anyMatch((path + "/")::startsWith);
    }

    /** Whether nothing is to be changed. */
    static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /**
     * Whether somebody uses the session: a page is asked for, or anything sent. What a page's script fetches by itself
     * is no use, or an open page, also one of the sign-in in another tab, would keep the session alive.
     */
    static boolean isUse(HttpServletRequest request) {
        return of(request).endsWith(".xhtml")
                || request.getMethod().equals("POST") && !FETCHED_BY_SCRIPT.contains(of(request));
    }

    /**
     * Whether Faces is told to enter or leave a flow. The portal never asks for that by an address (see
     * {@code web.Flows}), and Faces answers it outside flows with an error.
     */
    static boolean commandsFlow(HttpServletRequest request) {
        return request.getParameter(FlowHandler.FLOW_ID_REQUEST_PARAM_NAME) != null
                || request.getParameter(FlowHandler.TO_FLOW_DOCUMENT_ID_REQUEST_PARAM_NAME) != null;
    }

    /**
     * Whether a state of a view comes along that no page gave out: all are transient, and Faces answers any other
     * with an error. Nor does any page send one but by POST: Faces would take a whole form out of an address, so that
     * a link elsewhere could fill it in (ASVS 3.5.3).
     */
    static boolean bringsForeignState(HttpServletRequest request) {
        String @Nullable [] states = request.getParameterValues(ResponseStateManager.VIEW_STATE_PARAM);
        return states != null
                && !(request.getMethod().equals("POST") && Arrays.stream(states).allMatch("stateless"::equals));
    }

    /** The path and query as they were sent. */
    static String withQuery(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
