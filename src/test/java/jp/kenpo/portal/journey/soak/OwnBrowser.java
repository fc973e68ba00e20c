package jp.kenpo.portal.journey.soak;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.portal.journey.PageTurn;

/** One browser of a member's, on his phone or his PC. */
final class OwnBrowser implements AutoCloseable {

    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    /** An idle machine needs a part of a second, a busy one took half a minute. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Member member;
    private final boolean phone;
    private final BrowserContext context;
    private final Faults faults;
    private final Standing standing = new Standing();
    private final List<Tab> tabs = new ArrayList<>();
    private Tab tab;

    OwnBrowser(Browser browser, Member member, boolean phone) {
        this.member = member;
        this.phone = phone;
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setLocale("ja-JP")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(phone ? 390 : 1280, phone ? 844 : 900);
        if (phone) {
            options.setUserAgent(PHONE);
        }
        context = browser.newContext(options);
        context.setDefaultTimeout(LONGEST.toMillis());
        PageTurn.prepare(context);
        faults = new Faults(context);
        tab = openTab();
    }

    Member member() {
        return member;
    }

    BrowserContext context() {
        return context;
    }

    Faults faults() {
        return faults;
    }

    Page page() {
        return tab.page();
    }

    Tab tab() {
        return tab;
    }

    List<Tab> tabs() {
        return tabs;
    }

    /** Goes on in a new tab. */
    Tab openTab() {
        Tab opened = new Tab(context.newPage());
        tabs.add(opened);
        turnTo(opened);
        return opened;
    }

    /** Goes on in another tab, as it was left. */
    void turnTo(Tab other) {
        tab = other;
        tab.page().bringToFront();
        member.device(phone).bringTo(tab.page());
    }

    /** The other browser was in use meanwhile. */
    void takeUpAgain() {
        turnTo(tab);
    }

    void letConfirm(boolean confirms) {
        member.device(phone).confirms(confirms);
    }

    /** What he proved here. */
    Standing standing() {
        return standing;
    }

    @Override
    public void close() {
        member.device(phone).putAway();
        context.close();
    }

    @Override
    public String toString() {
        return phone ? "phone" : "PC";
    }
}
