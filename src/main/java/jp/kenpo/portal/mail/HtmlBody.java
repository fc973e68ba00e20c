package jp.kenpo.portal.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.kenpo.portal.web.Language;

/**
 * The words of a mail as HTML: the same as its text, for readers who see a button sooner than a long address.
 *
 * <p>Of the text, a blank line parts paragraphs; a line with ■ or * before it is a heading; six digits alone are a code;
 * a line that is wholly an address becomes a button, labelled by the line above it, with the address in full beneath.
 * Nothing is fetched from anywhere, and whatever the words hold is shown, not obeyed.
 */
final class HtmlBody {

    private static final String LINK = "https?://\\S+";
    private static final String CODE = "[0-9]{6}";
    private static final String HEADING = "[■*] .*";

    private static final String STYLE = style();

    private HtmlBody() {}

    /** The whole document. @param text as {@code mail} bundles have it, its places filled */
    static String of(Language language, String insurer, String subject, String text) {
        String title = escape(subject);
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%2$s</title>
                <style>
                %3$s</style>
                </head>
                <body>
                <div class="letter" role="article" aria-label="%2$s" lang="%1$s">
                <p class="band">%4$s</p>
                <h1>%2$s</h1>
                %5$s
                </div>
                </body>
                </html>
                """.formatted(language.code(), title, STYLE, escape(insurer), paragraphs(text));
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\R{2,}"))
                .map(paragraph -> paragraph(paragraph.lines().toList()))
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(List<String> lines) {
        int last = lines.size() - 1;
        if (lines.get(0).matches(HEADING)) {
            String heading = "<h2>" + escape(lines.get(0).substring(2)) + "</h2>";
            return last == 0 ? heading : heading + "\n" + paragraph(lines.subList(1, lines.size()));
        }
        if (lines.get(last).matches(LINK)) {
            return link(lines.subList(0, last), escape(lines.get(last)));
        }
        String kind = last == 0 && lines.get(0).matches(CODE) ? " class=\"code\"" : "";
        return "<p" + kind + ">" + broken(lines) + "</p>";
    }

    private static String link(List<String> label, String address) {
        if (label.isEmpty()) {
            return "<p><a href=\"" + address + "\">" + address + "</a></p>";
        }
        String words = broken(label).replaceFirst("[:：]$", "");
        return "<p><a class=\"button\" href=\"" + address + "\">" + words + "</a></p>\n<p class=\"address\">" + address
                + "</p>";
    }

    private static String broken(List<String> lines) {
        return lines.stream().map(HtmlBody::escape).collect(Collectors.joining("<br>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream file = HtmlBody.class.getResourceAsStream("/mail/letter.css")) {
            if (file == null) {
                throw new IllegalStateException("The WAR lacks /mail/letter.css");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
