package jp.kenpo.portal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A member's browser, as far as the portal notices it: it keeps cookies and sends forms. */
final class Browser {

    private static final String FORM = "jakarta.faces.ViewState=stateless";

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(Wire wire) {
        this.wire = wire;
    }

    /** Has a cookie from before. */
    Browser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** A page that is shown. */
    Wire.Reply open(String path) throws IOException {
        return expect(path, get(path), 200);
    }

    /** The same, so that it can be read. */
    String read(String path) throws IOException {
        return expect(path, keep(wire.getPlain(path, cookies())), 200).text();
    }

    /** Where an address leads to. */
    String follow(String path) throws IOException {
        return leads(path, get(path));
    }

    /** Fills a page's form and presses a button; where it leads to. */
    String press(String page, String button, String... namesAndValues) throws IOException {
        return pressIn("form", page, button, namesAndValues);
    }

    /** The same on a page with several forms. @param form its ID */
    String pressIn(String form, String page, String button, String... namesAndValues) throws IOException {
        StringBuilder sent =
                new StringBuilder(form).append('=').append(form).append('&').append(FORM);
        sent.append("&button-").append(button).append('=');
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.append('&').append(namesAndValues[i]).append('=');
            sent.append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return leads(page, keep(wire.post(page, cookies(), sent.toString())));
    }

    /** Sends a form with a file; where it leads to. */
    String sendFile(String path, String type, byte[] form) throws IOException {
        return leads(path, keep(wire.post(path, cookies(), type, form)));
    }

    /** What a script fetches. */
    String fetch(String path) throws IOException {
        return expect(path, keep(wire.postPlain(path, cookies())), 200).text();
    }

    /** All cookies, as they are sent. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Wire.Reply get(String path) throws IOException {
        return keep(wire.get(path, cookies()));
    }

    private Wire.Reply keep(Wire.Reply reply) {
        for (String line : reply.headers()) {
            if (line.regionMatches(true, 0, "Set-Cookie:", 0, 11)) {
                String[] nameAndValue = line.substring(11).strip().split(";")[0].split("=", 2);
                cookies.put(nameAndValue[0], nameAndValue[1]);
            }
        }
        return reply;
    }

    private static String leads(String path, Wire.Reply reply) throws IOException {
        return expect(path, reply, 303).header("Location").orElse("");
    }

    private static Wire.Reply expect(String path, Wire.Reply reply, int status) throws IOException {
        if (reply.status() != status) {
            throw new IOException(path + " answered " + reply.status() + " instead of " + status);
        }
        return reply;
    }

    /** Whether it led where it should. */
    static void expect(String page, String led) throws IOException {
        if (!led.equals(page)) {
            throw new IOException("Leads to " + led + " instead of " + page);
        }
    }
}
