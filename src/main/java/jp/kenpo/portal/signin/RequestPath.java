package jp.kenpo.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request asks for, as the container decoded it. */
final class RequestPath {

    /** The folders whose pages are each shown at their step only. */
    private static final List<String> FOLDERS_OF_STEPS =
            List.of("/sign-in/", "/first-login/", "/mfa-setup/", "/member/");

    private RequestPath() {}

    static String of(HttpServletRequest request) {
        @Nullable String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        return path.isEmpty() ? "/" : path;
    }

    static boolean isStepPage(String path) {
        return FOLDERS_OF_STEPS.stream().anyMatch(path::startsWith);
    }

    /** The path and query as they were sent. */
    static String withQuery(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
