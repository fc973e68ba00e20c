package jp.kenpo.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A line of an insurer's text without its mark-up: a heading, a paragraph, an item of a list.
 *
 * @param heading under which it stands; a heading stands under itself, and empty is what comes before the first
 */
public record CommonMarkLine(String heading, String text) {

    private static final Parser PARSER = Parser.builder().build();

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    /** The lines of a text, without the blank ones. */
    public static List<CommonMarkLine> of(String commonMark) {
        List<CommonMarkLine> lines = new ArrayList<>();
        String heading = "";
        for (Node block = PARSER.parse(commonMark).getFirstChild(); block != null; block = block.getNext()) {
            String text = PLAIN.render(block);
            if (block instanceof Heading) {
                heading = text.strip();
            }
            for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
                lines.add(new CommonMarkLine(heading, line.strip()));
            }
        }
        return lines;
    }
}
