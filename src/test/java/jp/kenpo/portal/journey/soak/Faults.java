package jp.kenpo.portal.journey.soak;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a browser tells of by itself: a script that failed, a rule of the page's that was broken, a part that is missing. */
final class Faults {

    /** Of a page; what a script asks may be refused, and the script reckons with it. */
    private static final Set<String> PARTS = Set.of("stylesheet", "script", "image", "font");

    private final List<String> faults = new ArrayList<>();

    Faults(BrowserContext context) {
        context.onResponse(this::note);
        context.onWebError(error -> faults.add("script: " + error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
    }

    private void note(Response answer) {
        if (answer.status() >= 500
                || answer.status() >= 400 && PARTS.contains(answer.request().resourceType())) {
            faults.add(answer.status() + " " + answer.url());
        }
    }

    /** What came since the last time. */
    List<String> take() {
        List<String> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }
}
