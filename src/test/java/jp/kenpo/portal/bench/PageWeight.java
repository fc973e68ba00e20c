package jp.kenpo.portal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page costs on the way to the browser.
 *
 * @param cold bytes of the page and all that belongs to it, heads included, gzipped where the portal does so
 * @param coldRequests for that
 * @param repeated bytes when whatever may be kept was kept
 */
record PageWeight(String page, int cold, int coldRequests, int repeated, int repeatedRequests) {

    private static final Pattern PART =
            Pattern.compile("<(?:link [^>]*?href|script [^>]*?src|img [^>]*?src)=\"(/[^\"]+)\"");

    static PageWeight of(Wire wire, String page, String cookies) throws IOException {
        Wire.Reply whole = wire.get(page, cookies);
        List<String> parts =
                new ArrayList<>(PART.matcher(wire.getPlain(page, cookies).text())
                        .results()
                        .map(part -> part.group(1))
                        .distinct()
                        .toList());
        int cold = whole.bytes();
        int repeated = whole.bytes();
        int asked = 1;
        for (String part : parts) {
            Wire.Reply reply = wire.get(part, cookies);
            cold += reply.bytes();
            if (reply.header("Cache-Control")
                    .filter(how -> how.contains("immutable"))
                    .isEmpty()) {
                repeated += reply.bytes();
                asked++;
            }
        }
        return new PageWeight(page, cold, 1 + parts.size(), repeated, asked);
    }
}
