package jp.kenpo.portal.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;

/**
 * Lets the test runner's own POSTs past the check of where a form came from: no page sent them.
 *
 * <p>Every other request is judged as it is in production.
 */
@WebListener
public class RunnerCalls implements ServletContextListener {

    private static final String RUNNER = "/ArquillianServletRunnerEE9";

    @Override
    public void contextInitialized(ServletContextEvent start) {
        boolean afterTheOthers = false;
        start.getServletContext()
                .addFilter("runner-calls", new FromOurselves())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), afterTheOthers, RUNNER);
    }

    private static final class FromOurselves extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public String getHeader(String name) {
                            return name.equals("Sec-Fetch-Site") ? "same-origin" : super.getHeader(name);
                        }
                    },
                    response);
        }
    }
}
