package jp.kenpo.portal.journey.soak;

import com.google.gson.Gson;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;

/**
 * All that a page shows, read in one go.
 *
 * @param document tells one load of a page from the next
 * @param status of the answer; 0 where there was none
 * @param headings the texts of its h1
 * @param primaries the main ways on, buttons or links
 * @param ways all ways on in its main part
 * @param asks whether something can be typed or chosen there
 * @param dialog whether one is open, before which nothing else can be pressed
 */
record Seen(
        String url,
        String path,
        double document,
        int status,
        List<String> headings,
        List<String> primaries,
        int ways,
        boolean asks,
        boolean dialog,
        boolean refused,
        List<Field> fields,
        List<Button> buttons,
        List<Link> links,
        String text,
        String key,
        String device,
        List<String> codes) {

    private static final Gson GSON = new Gson();

    private static final String SCRIPT = """
            () => {
                const shown = element => element.checkVisibility({ visibilityProperty: true });
                const all = (selector, where = document) => [...where.querySelectorAll(selector)];
                const main = document.querySelector("main") ?? document.createElement("main");
                const text = element => element.innerText.trim();
                const fields = all("input", main).filter(field => shown(field) && field.type !== "hidden");
                const [navigation] = performance.getEntriesByType("navigation");
                return JSON.stringify({
                    url: location.href,
                    path: location.pathname,
                    document: performance.timeOrigin,
                    status: navigation?.responseStatus ?? 0,
                    headings: all("h1").filter(shown).map(text),
                    primaries: all(".button-primary", main).filter(shown).map(text),
                    ways: all("a[href], button[type=submit]", main).filter(shown).length,
                    asks: fields.length > 0,
                    dialog: all("dialog[open]").length > 0,
                    refused: all("main [role=alert]").length > 0,
                    fields: fields.map(field => ({ id: field.id, type: field.type })),
                    buttons: all("button[type=submit]").map((button, index) => ({
                        index,
                        name: button.id || text(button),
                        main: main.contains(button),
                        shown: shown(button),
                        primary: button.matches(".button-primary"),
                        passkey: button.closest("form[data-passkey]") !== null,
                        signOut: button.closest("form[action='/sign-out']") !== null,
                    })),
                    links: all("a[href]").map((link, index) => ({
                        index,
                        to: link.getAttribute("href"),
                        main: main.contains(link),
                        shown: shown(link),
                        primary: link.matches(".button-primary"),
                    })),
                    text: document.body?.innerText ?? "",
                    key: document.getElementById("key")?.dataset.copy ?? "",
                    device: document.querySelector("main input[name=device]")?.value ?? "",
                    codes: all("#codes code").map(text),
                });
            }
            """;

    /** @param type as the element's attribute has it */
    record Field(String id, String type) {}

    /** @param index among all buttons of the page */
    record Button(
            int index, String name, boolean main, boolean shown, boolean primary, boolean passkey, boolean signOut) {}

    /** @param index among all links of the page */
    record Link(int index, String to, boolean main, boolean shown, boolean primary) {

        /** Whether it leads to another page of the portal. */
        boolean leadsOn() {
            return shown && to.startsWith("/") && !to.endsWith(".txt");
        }
    }

    static Seen of(Page page) {
        return GSON.fromJson((String) page.evaluate(SCRIPT), Seen.class);
    }

    Optional<Place> place() {
        return Place.at(path);
    }

    boolean is(Place place) {
        return path.equals(place.address());
    }

    String heading() {
        return headings.isEmpty() ? "(" + text.lines().findFirst().orElse("nothing") + ")" : headings.get(0);
    }
}
