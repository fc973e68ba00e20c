package jp.kenpo.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * An insurer's text made ready for a page: as HTML, and its table of contents.
 *
 * <p>Mark-up inside the text is shown, not obeyed, so an insurer's staff cannot plant a script in it.
 *
 * @param html without a heading above those that the page has itself
 */
public record CommonMarkText(String html, List<Section> sections) {

    private static final Parser PARSER = Parser.builder().build();

    /** CommonMark's own list has {@code data} as well, which can carry a whole page. */
    private static final UrlSanitizer LINKS = new DefaultUrlSanitizer(List.of("https", "http", "mailto", "tel"));

    /** @param id to link to, @param title as in the text */
    public record Section(String id, String title) {}

    /**
     * Renders CommonMark; each heading becomes a section.
     *
     * @param highest the level of the highest headings; those above it are the page's own
     */
    public static CommonMarkText of(String commonMark, int highest) {
        Node document = PARSER.parse(commonMark);
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.max(highest, heading.getLevel()));
                headings.add(heading);
            }
        });
        HtmlRenderer renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(LINKS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.putAll(Map.of("id", id(headings.indexOf(heading))));
                    }
                })
                .build();
        List<Section> sections = headings.stream()
                .map(heading -> new Section(id(headings.indexOf(heading)), text(heading)))
                .toList();
        return new CommonMarkText(renderer.render(document), sections);
    }

    private static String id(int index) {
        return "section-" + (index + 1);
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
