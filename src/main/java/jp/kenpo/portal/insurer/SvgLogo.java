package jp.kenpo.portal.insurer;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import jp.kenpo.portal.platform.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * A logo that is drawn in SVG, written anew with nothing but what draws (OWASP ASVS 5.0, 1.3.4).
 *
 * <p>What a drawing program notes for itself, in namespaces of its own, is left out. What runs, loads or moves is
 * refused with its name rather than left out: the drawing could look otherwise without it.
 */
final class SvgLogo {

    private static final Logger LOG = Logger.getLogger(SvgLogo.class.getName());

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /** Without masks and patterns, of which each may be drawn with others, and those again. */
    private static final Set<String> DRAWING = Set.of(
            "circle",
            "clipPath",
            "defs",
            "desc",
            "ellipse",
            "g",
            "line",
            "linearGradient",
            "path",
            "polygon",
            "polyline",
            "radialGradient",
            "rect",
            "stop",
            "style",
            "svg",
            "symbol",
            "text",
            "title",
            "tspan",
            "use");

    /** Says nothing that is drawn. */
    private static final String METADATA = "metadata";

    /** Of the outermost element: its square says it. */
    private static final Set<String> SIZE = Set.of("viewBox", "width", "height", "x", "y", "preserveAspectRatio");

    private static final int DEEPEST = 50;

    /** Each may show another twice, and that one again: what is drawn doubles with every two of them. */
    private static final int MOST_USES = 20;

    /** What loads something, in a value or a rule of style; parts of the same drawing are named by {@code #}. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "url\\s*\\(\\s*(?!['\"]?#)|(image|image-set|cross-fade|src)\\s*\\(|\\\\|javascript:|expression",
            Pattern.CASE_INSENSITIVE);

    /** {@code @import}, {@code @font-face}: no drawing needs any rule of this kind. */
    private static final Pattern AT_RULE = Pattern.compile("@");

    /** Names, which load nothing whatever they are. */
    private static final Pattern NAMES = Pattern.compile("id|class|data-.*");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int uses;

    private SvgLogo(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    /** Why a drawing is not taken. */
    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        private final String key;
        private final Object[] names;

        Unfit(String key, Object... names) {
            super(key, null, false, false);
            this.key = key;
            this.names = names.clone();
        }
    }

    static Parsed<Logo> read(byte[] file) {
        // The JDK's own: what else a server brings may read what a document names.
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        StringWriter svg = new StringWriter();
        try {
            XMLStreamReader in = readers.createXMLStreamReader(new ByteArrayInputStream(file));
            new SvgLogo(in, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(svg)).copy();
            return Parsed.of(new Logo(svg.toString()));
        } catch (Unfit unfit) {
            return Parsed.refused(unfit.key, unfit.names);
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's reader throws other things than it says at broken bytes.
            LOG.log(Level.INFO, "A logo cannot be read as SVG", e);
            return Parsed.refused("logo.unreadable");
        }
    }

    private void copy() throws XMLStreamException, Unfit {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    writeText();
                    begin();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    writeText();
                    open.pop();
                    out.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                default -> {
                    // Comments, and the document type that drawing programs write.
                }
            }
        }
        out.flush();
    }

    private void begin() throws XMLStreamException, Unfit {
        String name = in.getLocalName();
        if ("style".equals(open.peek())) {
            // What is left out there would join what stands around it.
            throw new Unfit("logo.not-drawing", name);
        }
        if (open.isEmpty() && !(SVG.equals(in.getNamespaceURI()) && name.equals("svg"))) {
            throw new Unfit("logo.unreadable");
        }
        if (!SVG.equals(in.getNamespaceURI()) || name.equals(METADATA)) {
            passOver();
            return;
        }
        if (!DRAWING.contains(name)) {
            throw new Unfit("logo.not-drawing", name);
        }
        if (open.size() == DEEPEST || name.equals("use") && ++uses > MOST_USES) {
            throw new Unfit("logo.too-intricate");
        }
        out.writeStartElement(name);
        if (open.isEmpty()) {
            out.writeDefaultNamespace(SVG);
            out.writeAttribute(
                    "viewBox",
                    Square.around(attribute("viewBox"), attribute("width"), attribute("height"))
                            .orElseThrow(() -> new Unfit("logo.too-long")));
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            copyAttribute(i);
        }
        open.push(name);
    }

    private @Nullable String attribute(String name) {
        return in.getAttributeValue("", name);
    }

    private void copyAttribute(int i) throws XMLStreamException, Unfit {
        String name = in.getAttributeLocalName(i);
        String value = in.getAttributeValue(i);
        boolean link = name.equals("href");
        boolean own =
                Optional.ofNullable(in.getAttributeNamespace(i)).orElse("").isEmpty();
        // Programs write both for old and new readers; the new one counts (SVG 2 § 16.1.3).
        boolean olderLink =
                link && XLINK.equals(in.getAttributeNamespace(i)) && in.getAttributeValue("", "href") == null;
        if (!own && !olderLink || open.isEmpty() && SIZE.contains(name)) {
            return;
        }
        if (name.startsWith("on")
                || link && !value.startsWith("#")
                || !NAMES.matcher(name).matches() && ELSEWHERE.matcher(value).find()) {
            throw new Unfit("logo.not-drawing", name);
        }
        out.writeAttribute(name, value);
    }

    /** Whole, since a comment within could part what is not to be there. */
    private void writeText() throws XMLStreamException, Unfit {
        if (!open.isEmpty()) {
            if (open.getFirst().equals("style")
                    && (ELSEWHERE.matcher(text).find() || AT_RULE.matcher(text).find())) {
                throw new Unfit("logo.not-drawing", "style");
            }
            out.writeCharacters(text.toString());
        }
        text.setLength(0);
    }

    /** To the end of an element that is left out. */
    private void passOver() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
