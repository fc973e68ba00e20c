package jp.kenpo.portal.journey.soak;

import com.microsoft.playwright.Page;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tab of a browser, and what was last sent from it: going back or loading anew may send it once more. */
final class Tab {

    private final Page page;
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private @Nullable Seen seen;
    private @Nullable Submission sent;

    Tab(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** What it showed when it was last looked at; null before. */
    @Nullable
    Seen seen() {
        return seen;
    }

    void seen(Seen now) {
        seen = now;
        now.place().ifPresent(places::add);
    }

    /** To which it has come so far. */
    Set<Place> places() {
        return places;
    }

    @Nullable
    Submission sent() {
        return sent;
    }

    void sent(Submission form) {
        sent = form;
    }
}
