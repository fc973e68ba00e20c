package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What came back over the wire, each header as often as it was said.
 *
 * @param headers the lines, such as {@code Location: /}
 */
record Answer(int status, List<String> headers, String body) {

    private static final Pattern HEADING = Pattern.compile("<h1>(.*?)</h1>", Pattern.DOTALL);

    /** Reads the bytes of one answer, with its body as it was before it was sent in chunks. */
    static Answer of(byte[] bytes) {
        String all = new String(bytes, ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("No answer but " + all);
        }
        String[] lines = all.substring(0, end).split("\r\n");
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        Answer answer = new Answer(status, List.of(lines).subList(1, lines.length), all.substring(end + 4));
        boolean inChunks = answer.header("Transfer-Encoding").isPresent();
        byte[] body = answer.body.getBytes(ISO_8859_1);
        return new Answer(status, answer.headers, new String(inChunks ? joined(answer.body) : body, UTF_8));
    }

    private static byte[] joined(String chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length()) {
            int lineEnd = chunks.indexOf("\r\n", at);
            int length =
                    Integer.parseInt(chunks.substring(at, lineEnd).split(";")[0].strip(), 16);
            whole.writeBytes(chunks.substring(lineEnd + 2, lineEnd + 2 + length).getBytes(ISO_8859_1));
            at = length == 0 ? chunks.length() : lineEnd + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** Where it leads; empty where it leads nowhere. */
    String location() {
        return header("Location").orElse("");
    }

    /** What a member reads at the top of the page; empty where it is no page. */
    String heading() {
        Matcher found = HEADING.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    boolean isPage() {
        return header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    /** The cookies that it sets, with all that it says of them. */
    Stream<String> cookiesSet() {
        return headers("Set-Cookie").stream();
    }
}
