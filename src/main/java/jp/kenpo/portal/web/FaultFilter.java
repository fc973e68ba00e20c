package jp.kenpo.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes into the log the number that the error page shows, beside the fault; mapped in web.xml. */
public class FaultFilter extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(FaultFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException fault) {
            LOG.log(Level.SEVERE, "Request " + RequestId.of(request) + " failed", fault);
            throw fault;
        }
    }
}
