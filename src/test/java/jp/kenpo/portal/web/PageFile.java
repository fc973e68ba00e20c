package jp.kenpo.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/** A page or a tag as it is written: its elements, its words, its expressions. */
record PageFile(Path path, Element root) {

    static final Path WEBAPP = Path.of("src", "main", "webapp");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern LITERAL = Pattern.compile("(eq |ne )?'([^']*)'");
    private static final Pattern CALL = Pattern.compile("page\\.(text|of)\\(");

    /** A text asked for. @param keys one or the other. @param arguments how many go into its places */
    record Call(String method, List<String> keys, int arguments) {}

    static List<PageFile> all() {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(PageFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageFile read(Path file) {
        try {
            DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
            xml.setNamespaceAware(true);
            xml.setIgnoringComments(true);
            return new PageFile(
                    file, xml.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    /** Whether it is a page, and so has texts of its own, rather than a part of pages or what some of them stand in. */
    boolean isPage() {
        return root.hasAttribute("template") && !path.startsWith(WEBAPP.resolve("WEB-INF/templates"));
    }

    /** The first part of its texts' keys. */
    String prefix() {
        String view = WEBAPP.relativize(path).toString().replace("WEB-INF/", "");
        return view.substring(0, view.lastIndexOf('.')).replace('/', '_');
    }

    List<Element> elements() {
        NodeList inside = root.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>(List.of(root));
        IntStream.range(0, inside.getLength()).forEach(i -> elements.add((Element) inside.item(i)));
        return elements;
    }

    /** What stands between the tags, each piece as written. */
    List<String> texts() {
        return elements().stream()
                .flatMap(PageFile::children)
                .filter(Text.class::isInstance)
                .map(Node::getTextContent)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Stream<Node> children(Element element) {
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item);
    }

    Stream<Attr> attributes() {
        return elements().stream().flatMap(element -> {
            NamedNodeMap attributes = element.getAttributes();
            return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i));
        });
    }

    /** Every text that an expression asks for by name. */
    List<Call> calls() {
        return Stream.concat(texts().stream(), attributes().map(Attr::getValue))
                .flatMap(text -> expressions(text).stream())
                .flatMap(expression -> CALL.matcher(expression)
                        .results()
                        .map(call -> call(call.group(1), expression.substring(call.end()))))
                .toList();
    }

    private static Call call(String method, String rest) {
        List<String> arguments = new ArrayList<>(List.of(""));
        int depth = 0;
        for (char c : rest.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                break;
            }
            if (c == ',' && depth == 0) {
                arguments.add("");
            } else {
                arguments.set(arguments.size() - 1, arguments.get(arguments.size() - 1) + c);
            }
        }
        String key = arguments.get(0);
        // What is put together from parts is no name.
        return new Call(method, key.contains(".concat(") ? List.of() : literals(key), arguments.size() - 1);
    }

    static List<String> expressions(String text) {
        return EXPRESSION.matcher(text).results().map(found -> found.group(1)).toList();
    }

    static String withoutExpressions(String text) {
        return EXPRESSION.matcher(text).replaceAll("");
    }

    /** The quoted words of an expression, but for those that something is compared with. */
    static List<String> literals(String expression) {
        return LITERAL.matcher(expression)
                .results()
                .filter(found -> found.group(1) == null)
                .map(found -> found.group(2))
                .toList();
    }

    /** What an attribute may be: itself, or the quoted words of its expression. */
    static List<String> values(String attribute) {
        return attribute.contains("#{")
                ? expressions(attribute).stream()
                        .flatMap(expression -> literals(expression).stream())
                        .toList()
                : List.of(attribute);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
