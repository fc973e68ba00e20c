package jp.kenpo.portal.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * A click, and where it leads to another page the time until that one has come in. On a busy machine the old page is
 * still there when the click is over, and whoever looks then reads the wrong one.
 */
public final class PageTurn {

    /** Marks a page that is being left; the next one, or the same one come back to, has no mark. */
    private static final String MARK = """
            // By the attribute: a field of the name "method" hides the form's property.
            addEventListener("submit", event => mark(event, event.target.getAttribute("method") !== "dialog"));
            addEventListener("click", event => {
                const link = event.target.closest?.("a[href]");
                mark(event, link && link.protocol.startsWith("http") && !link.target && !link.download
                    && !(link.href.includes("#") && link.href.split("#")[0] === location.href.split("#")[0]));
            });
            addEventListener("pageshow", () => document.documentElement.removeAttribute("data-left"));
            function mark(event, leads) {
                if (leads && !event.defaultPrevented) {
                    document.documentElement.setAttribute("data-left", "");
                }
            }
            """;

    /** The same by the test's own hand where the browser heeds no script: there every one of these leads on. */
    private static final String MARK_WITHOUT_SCRIPT = """
            clicked => {
                if (matchMedia("(scripting: none)").matches && clicked.closest("button[type=submit], a[href]")) {
                    document.documentElement.setAttribute("data-left", "");
                }
            }
            """;

    private PageTurn() {}

    public static void prepare(BrowserContext context) {
        context.addInitScript("(() => {" + MARK + "})();");
    }

    public static void by(Locator clicked) {
        by(clicked, clicked::click);
    }

    public static void by(Locator clicked, Runnable how) {
        Page page = clicked.page();
        clicked.evaluate(MARK_WITHOUT_SCRIPT);
        how.run();
        page.locator("html:not([data-left])").waitFor();
        page.waitForLoadState();
    }
}
