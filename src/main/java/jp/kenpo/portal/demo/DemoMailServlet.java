package jp.kenpo.portal.demo;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.DemoMailbox;
import jp.kenpo.portal.platform.Settings;

/**
 * Shows the mail that the demo did not send, the newest first, to each insurer's host its own; outside demo mode
 * there is no such page.
 */
public class DemoMailServlet extends HttpServlet {

    private static final String PAGE = "/WEB-INF/demo/mail.xhtml";

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Settings.Demo> demo = settings.demo();
        if (demo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String sender = CurrentInsurer.of(request).insurer().senderAddress();
        request.setAttribute("mails", mails(demo.get(), sender));
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    private static List<DemoMailbox.Received> mails(Settings.Demo demo, String sender)
            throws IOException, ServletException {
        try {
            return new DemoMailbox(demo.mailFolder()).newestFirst(sender);
        } catch (MessagingException e) {
            throw new ServletException("A mail in the demo's folder cannot be read", e);
        }
    }
}
