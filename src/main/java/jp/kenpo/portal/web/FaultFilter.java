package jp.kenpo.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the log the number that the error page shows, beside the fault; mapped in web.xml.
 *
 * <p>A database that went away in the middle is told from other faults: it will be back, and to try again helps.
 */
public class FaultFilter extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(FaultFilter.class.getName());

    private static final String SECONDS_BEFORE_RETRY = "10";

    /**
     * SQLSTATE: connection exceptions, an operator's intervention such as a shutdown (PostgreSQL), H2's own; among these
     * that something is closed already (90007), which a statement is told whose connection is lost in between.
     */
    private static final String AWAY = "08...|57P0[1-3]|90007|9006[7-9]|90098|90121|90135";

    /** Some are their own cause. */
    private static final int MOST_CAUSES = 30;

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

    /** By what the driver said; where it said nothing, by that the pool or the transaction failed by itself. */
    public static boolean isDatabaseAway(Throwable fault) {
        List<Throwable> causes = Stream.<@Nullable Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(Objects::requireNonNull)
                .toList();
        List<String> states = causes.stream()
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((SQLException) cause).getSQLState()))
                .toList();
        return states.isEmpty()
                ? causes.stream().anyMatch(FaultFilter::isOfPoolOrTransaction)
                : states.stream().anyMatch(state -> state.matches(AWAY));
    }

    private static boolean isOfPoolOrTransaction(Throwable cause) {
        return cause instanceof SQLException || cause instanceof TransactionalException || cause instanceof XAException;
    }
}
