package jp.kenpo.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Takes what browsers send and refuses every other method, which servlets would answer in ways of their own; mapped
 * in web.xml.
 */
public class MethodFilter extends HttpFilter {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (METHODS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            PlainAnswer.methodNotAllowed(response, String.join(", ", METHODS));
        }
    }
}
