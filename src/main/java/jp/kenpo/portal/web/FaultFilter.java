package jp.kenpo.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the log the number that the error page shows, beside the fault; mapped in web.xml.
 *
 * <p>A database that went away in the middle is told from other faults: it will be back, and to try again helps.
 */
public class FaultFilter extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(FaultFilter.class.getName());

    private static final String SECONDS_BEFORE_RETRY = "10";

    /** SQLSTATE: connection exceptions, an operator's intervention such as a shutdown (PostgreSQL), H2's own. */
    private static final String AWAY = "08...|57P0[1-3]|9006[7-9]|90098|90121|90135";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException fault) {
            LOG.log(Level.SEVERE, "Request " + RequestId.of(request) + " failed", fault);
            if (!isDatabaseAway(fault) || response.isCommitted()) {
                throw fault;
            }
            sayUnavailable(response);
        }
    }

    /** 503, with the page that says so; nothing that was begun is half done. */
    public static void sayUnavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", SECONDS_BEFORE_RETRY);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static boolean isDatabaseAway(@Nullable Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, cause -> cause.getCause())
                .limit(30)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().matches(AWAY));
    }
}
