package jp.kenpo.portal.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import jp.kenpo.portal.mail.EveryMail;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mail as it is shown where HTML is, on large screens and small ones, light and dark. */
@ExtendWith(Journey.class)
class MailLookIT {

    private static final String PROGRAM = "http://mail.example/inbox";

    private final Browser browser;

    MailLookIT(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"JA,1280", "JA,390", "EN,1280", "EN,390"})
    void everyMailCanBeReadByEverybody(Language language, int width) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            EveryMail.in(language).forEach(mail -> {
                window.page()
                        .route(
                                PROGRAM,
                                route -> route.fulfill(new Route.FulfillOptions()
                                        .setContentType("text/html; charset=utf-8")
                                        .setBody(withinTheMailProgram(mail.html()))));
                window.go(PROGRAM);
                window.look("mail-" + mail.name());
            });
        }
    }

    /** Whose page it is that has a main part; the mail is but an article of it. */
    private static String withinTheMailProgram(String mail) {
        return mail.replace("<body>", "<body><main>").replace("</body>", "</main></body>");
    }
}
