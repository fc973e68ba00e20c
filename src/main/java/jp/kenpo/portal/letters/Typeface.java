package jp.kenpo.portal.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters' typeface, of which a document holds what it uses; and how its words are broken into lines. */
final class Typeface {

    private static final String FILE = "/letters/BIZUDPGothic-Regular.ttf";

    /** It warns of every file with variants of kanji, which no letter uses. */
    private static final Logger WARNS_OF_VARIANTS = Logger.getLogger("org.apache.fontbox.ttf.CmapSubtable");

    static {
        WARNS_OF_VARIANTS.setLevel(Level.SEVERE);
    }

    /** What chooses a variant of the kanji before it; the typeface has one of each. */
    private static final Pattern VARIANT = Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    /** 〓, which printers have always set for a character that they lack. */
    private static final String LACKING = "〓";

    /** PDF gives widths in thousandths of the size. */
    private static final float THOUSAND = 1000;

    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final PDFont font;

    Typeface(PDDocument document) {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE), FILE)) {
            file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // No ligatures: a user ID is typed letter by letter.
            file.setEnableGsub(false);
            glyphs = file.getUnicodeCmapLookup();
            font = PDType0Font.load(document, file, true);
        } catch (IOException e) {
            throw new UncheckedIOException("No typeface", e);
        }
    }

    PDFont font() {
        return font;
    }

    /** The same text with 〓 for each character that the typeface lacks: rare kanji of names, mostly. */
    String settable(String text) {
        StringBuilder settable = new StringBuilder();
        VARIANT.matcher(text).replaceAll("").codePoints().forEach(character -> {
            if (glyphs.getGlyphId(character) == 0) {
                settable.append(LACKING);
            } else {
                settable.appendCodePoint(character);
            }
        });
        return settable.toString();
    }

    /** How wide a text is, in points. @param size in points */
    float width(String settable, float size) {
        try {
            return font.getStringWidth(settable) / THOUSAND * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text of so many points' width, none beginning with what must not begin one (。 or ）). */
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> lines.addAll(broken(settable(paragraph), size, width)));
        return lines;
    }

    private List<String> broken(String paragraph, float size, float width) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        int fitting = 0;
        for (int end : places(paragraph, size, width)) {
            if (fitting > begin && width(paragraph.substring(begin, end).stripTrailing(), size) > width) {
                lines.add(paragraph.substring(begin, fitting));
                begin = fitting;
            }
            fitting = end;
        }
        lines.add(paragraph.substring(begin));
        return lines;
    }

    /** Where a line may end; within what is longer than one, such as an address, anywhere. */
    private List<Integer> places(String paragraph, float size, float width) {
        List<Integer> places = new ArrayList<>();
        BreakIterator iterator = BreakIterator.getLineInstance(Locale.JAPANESE);
        iterator.setText(paragraph);
        int begin = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (width(paragraph.substring(begin, end), size) > width) {
                IntStream.range(begin + 1, end)
                        .filter(place -> !Character.isLowSurrogate(paragraph.charAt(place)))
                        .forEach(places::add);
            }
            places.add(end);
            begin = end;
        }
        return places;
    }
}
