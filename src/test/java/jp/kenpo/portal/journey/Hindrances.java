package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What on a page hinders somebody from using it, as axe finds it.
 *
 * <p>Its script is asked here without the builder that it comes with: that one sends the script anew for every question
 * and brings all back that was in order, which took longer than all else that is done to look at a page.
 */
final class Hindrances {

    private static final String AXE = read();

    private static final String BROKEN = "async options => (await axe.run(document,"
            + " {resultTypes: ['violations'], ...options})).violations"
            + ".map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' | '))";

    private Hindrances() {}

    /** One sentence a rule that is broken. */
    static List<?> of(Page page) {
        page.evaluate(AXE + "; 0");
        return (List<?>) page.evaluate("(" + BROKEN + ")({})");
    }

    /** The same of a page that was looked at just now, where nothing but its colours is another. */
    static List<?> ofColours(Page page) {
        return (List<?>) page.evaluate("(" + BROKEN + ")({runOnly: ['color-contrast']})");
    }

    private static String read() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
