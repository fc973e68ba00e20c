package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says of addresses that nothing is there, where else somebody would answer before the portal: Payara leads from a
 * folder's name to the folder, at whatever host was asked for and without a header of ours, and Faces has files of
 * its own, which no page uses. Mapped in web.xml.
 */
public class NowhereServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
