package jp.kenpo.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form only from a page of the same origin (ASVS 3.5.1); any other leads to the current step.
 *
 * <p>The browser says itself where a form came from, so there is no token that could expire. Sibling
 * sub-domains ({@code same-site}) are strangers. A browser without {@code Sec-Fetch-Site} is asked for its
 * {@code Origin}; one that says neither is refused.
 */
public class SameOriginFilter extends HttpFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SAFE_METHODS.contains(request.getMethod()) || comesFromOurPage(request)) {
            chain.doFilter(request, response);
        } else {
            SeeOther.send(response, "/");
        }
    }

    /** Whether a page of the same origin sent the request. */
    public static boolean comesFromOurPage(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        // Where the database is away no origin is known, and no form is taken.
        return RequestOrigin.find(request)
                .filter(ours -> ours.uri().toString().equals(request.getHeader("Origin")))
                .isPresent();
    }
}
