package jp.kenpo.portal.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A browser with its own cookies, driven as a member or his screen reader would: by label, role and name. */
final class BrowserWindow implements AutoCloseable {

    static final int DESKTOP = 1280;
    static final int PHONE = 390;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final int width;

    private BrowserWindow(BrowserContext context, int width) {
        this.context = context;
        PageTurn.prepare(context);
        this.width = width;
        this.page = context.newPage();
    }

    static BrowserWindow open(Browser browser, int width) {
        return open(browser, width, new Browser.NewContextOptions());
    }

    static BrowserWindow open(Browser browser, int width, Browser.NewContextOptions options) {
        options.setViewportSize(width, width == PHONE ? 844 : 900);
        options.setReducedMotion(ReducedMotion.REDUCE);
        if (options.locale == null) {
            options.setLocale("ja-JP");
        }
        if (width == PHONE && options.userAgent == null) {
            options.setUserAgent("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
                    + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        }
        return new BrowserWindow(browser.newContext(options), width);
    }

    /** The page that is shown now, for what the words below do not say. */
    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Whether there is no trace of anybody, but a mark of the browser itself until it is closed. */
    boolean isNobodyRemembered() {
        return context.cookies().stream().allMatch(cookie -> cookie.name.equals("browser") && cookie.expires == -1);
    }

    Response go(String address) {
        return page.navigate(address);
    }

    void type(String label, String text) {
        field(label).fill(text);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    void press(String button) {
        PageTurn.by(button(button));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void follow(String link) {
        PageTurn.by(link(link));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void choose(String option) {
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .check();
    }

    void tick(String... boxes) {
        for (String box : boxes) {
            page.getByRole(
                            AriaRole.CHECKBOX,
                            new Page.GetByRoleOptions().setName(box).setExact(true))
                    .check();
        }
    }

    String heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    /** Until a page's script has gone on to another page. */
    void waitForHeading(String heading) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setLevel(1).setName(heading).setExact(true))
                .waitFor();
        page.waitForLoadState();
    }

    /** What the summary above the form says, one line a refused field. */
    List<String> refusals() {
        return page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).allInnerTexts();
    }

    String text() {
        return page.getByRole(AriaRole.MAIN).innerText();
    }

    /**
     * Leaves a screenshot, light and dark, and sees that nothing hinders anybody from using the page (axe), nor a
     * browser from helping with its fields.
     */
    void look(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String file = name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(file))
                    .setFullPage(true));
            Assertions.assertThat(scheme == ColorScheme.LIGHT ? Hindrances.of(page) : Hindrances.ofColours(page))
                    .as("%s at %s, %s", name, width, scheme)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s at %s does not scroll sideways", name, width)
                .isEqualTo(true);
        FieldAttributes.hold(this);
    }

    boolean isPhone() {
        return width == PHONE;
    }

    /** Opens what is folded away under a line. */
    void unfold(String line) {
        page.locator("summary", new Page.LocatorOptions().setHasText(line)).click();
    }

    /** Opens whatever is folded away on the page, but for the menu at its top. */
    void unfoldAll() {
        Locator folded = page.locator("main details:not([open]) > summary");
        while (folded.count() > 0) {
            folded.first().click();
        }
    }

    /** A picture of what is shown, for other programs to read. */
    Path picture(String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        // Else it ends where the page ended when it had not come in wholly.
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public void close() {
        context.close();
    }
}
