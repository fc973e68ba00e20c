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
import java.util.stream.Collectors;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.DemoMailbox;
import jp.kenpo.portal.platform.Settings;
import jp.kenpo.portal.web.Assets;

/**
 * Shows the mail that the demo did not send, the newest first, to each insurer's host its own; outside demo mode
 * there is no such page.
 */
public class DemoMailServlet extends HttpServlet {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>デモのメール</title>
            <link rel="stylesheet" href="%s">
            </head>
            <body>
            <main>
            <h1>デモのメール</h1>
            <p>デモではメールを送信せず、ここに新しいものから順に表示します。</p>
            %s
            </main>
            </body>
            </html>
            """;

    @Inject
    transient Settings settings;

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Settings.Demo> demo = settings.demo();
        if (demo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        String sender = CurrentInsurer.of(request).insurer().senderAddress();
        response.getWriter()
                .printf(
                        PAGE,
                        assets.address("portal.css"),
                        articles(new DemoMailbox(demo.get().mailFolder()), sender));
    }

    private static String articles(DemoMailbox mailbox, String sender) throws IOException, ServletException {
        try {
            List<DemoMailbox.Received> mails = mailbox.newestFirst(sender);
            return mails.isEmpty()
                    ? "<p>メールはまだありません。</p>"
                    : mails.stream().map(DemoMailServlet::article).collect(Collectors.joining("\n"));
        } catch (MessagingException e) {
            throw new ServletException("A mail in the demo's folder cannot be read", e);
        }
    }

    private static String article(DemoMailbox.Received mail) {
        String headers = mail.headers().stream().map(DemoMailServlet::header).collect(Collectors.joining("\n"));
        return "<article>\n<dl>\n" + headers + "\n</dl>\n<pre>" + escaped(mail.text()) + "</pre>\n</article>";
    }

    private static String header(String line) {
        String[] nameAndValue = line.split(":\\s*", 2);
        return "<dt>" + escaped(nameAndValue[0]) + "</dt><dd>" + escaped(nameAndValue[1]) + "</dd>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
