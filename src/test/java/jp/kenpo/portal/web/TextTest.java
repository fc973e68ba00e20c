package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.portal.account.EasyGuess;
import jp.kenpo.portal.secondfactor.PasskeyFailure;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;

/** Every word is written in both languages and stands in a bundle, none in a page. */
class TextTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern REFUSAL = Pattern.compile("(?:refused|Refusal\\.of)\\(\\s*\"([a-z.-]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    /** Attributes that somebody reads or hears, of HTML and of the portal's own tags. */
    private static final Set<String> READ_ALOUD = Set.of(
            "title",
            "alt",
            "label",
            "value",
            "placeholder",
            "text",
            "mark",
            "summary",
            "abbr",
            "aria-label",
            "aria-description",
            "aria-placeholder",
            "aria-roledescription",
            "aria-valuetext",
            "data-done",
            "data-failed",
            "data-met",
            "data-unmet",
            "data-other-label",
            "data-other-text",
            "data-over",
            "data-text");

    /** What is written in pages all the same, and why. */
    private static final Map<String, String> NO_WORDS = Map.ofEntries(
            Map.entry("99994321019801201", "the manual's example of a password, in no language"),
            Map.entry("492 039", "digits in a drawing that nobody is to read"),
            Map.entry("en", "the code of a language, which a button sends"),
            Map.entry("1", "the number of a step"),
            Map.entry("2", "the number of a step"),
            Map.entry("3", "the number of a step"),
            Map.entry("4", "the number of a step"),
            Map.entry("5", "the number of a step"),
            Map.entry("6", "the number of a step"));

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() throws IOException {
        Map<String, String> japanese = texts("_ja.properties");
        Map<String, String> english = texts("_en.properties");

        assertThat(english.keySet()).isEqualTo(japanese.keySet());
        assertThat(japanese).isNotEmpty().allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(english.get(key)).as(key).isNotBlank();
            assertThat(places(english.get(key))).as(key).isEqualTo(places(text));
        });
    }

    @Test
    void noPageHoldsAWordOfItsOwn() {
        assertThat(PageFile.all()).isNotEmpty().allSatisfy(page -> {
            Stream<String> attributes = page.attributes()
                    .filter(attribute -> READ_ALOUD.contains(attribute.getName()))
                    .map(Attr::getValue);
            assertThat(Stream.concat(page.texts().stream(), attributes))
                    .as(page.path().toString())
                    .allSatisfy(TextTest::holdsNoWord);
        });
    }

    private static void holdsNoWord(String text) {
        String written = PageFile.withoutExpressions(text).strip();
        assertThat(WORD.matcher(written).find() && !NO_WORDS.containsKey(written))
                .as(text)
                .isFalse();
        assertThat(PageFile.expressions(text))
                .flatExtracting(PageFile::literals)
                .as(text)
                .allMatch(name -> name.matches("[a-z0-9_.%-]*"));
    }

    @Test
    void everyTextThatIsAskedForIsWritten() throws IOException {
        Set<String> written = texts("_ja.properties").keySet();

        assertThat(AskedTexts.all())
                .isNotEmpty()
                .filteredOn(asked -> !asked.optional() && asked.keys().stream().noneMatch(written::contains))
                .isEmpty();
    }

    @Test
    void everyTextThatIsWrittenIsAskedFor() throws IOException {
        Set<String> all = texts("_ja.properties").keySet();
        Set<String> written = new TreeSet<>(all);
        written.removeIf(key -> key.startsWith("refusal."));

        for (AskedTexts asked : AskedTexts.all()) {
            asked.keys().stream().filter(all::contains).findFirst().ifPresent(written::remove);
        }

        assertThat(written).isEmpty();
    }

    @Test
    void everyPlaceOfATextIsFilled() throws IOException {
        Map<String, String> written = texts("_ja.properties");

        for (AskedTexts asked : AskedTexts.all()) {
            asked.keys().stream()
                    .filter(key -> asked.arguments() >= 0 && written.containsKey(key))
                    .findFirst()
                    .ifPresent(key -> assertThat(places(written.get(key)))
                            .as("%s of %s", key, asked.where())
                            .hasSize(asked.arguments()));
        }
    }

    @Test
    void everyRefusalHasItsSentenceAndEverySentenceItsRefusal() throws IOException {
        TreeSet<String> written = texts("_ja.properties").keySet().stream()
                .filter(key -> key.startsWith("refusal."))
                .map(key -> key.substring("refusal.".length()))
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> ofConstants = Stream.concat(
                        Arrays.stream(EasyGuess.values()).map(guess -> "password." + guess.key()),
                        Arrays.stream(PasskeyFailure.values())
                                .map(failure -> failure.refusal().key()))
                .toList();

        assertThat(written).containsAll(named(SOURCES, ".java", REFUSAL)).containsAll(ofConstants);
        written.removeAll(ofConstants);
        assertThat(written).isNotEmpty().isSubsetOf(named(SOURCES, ".java", LITERAL));
    }

    /** An apostrophe begins a quotation where a text has places, and is itself where it has none. */
    @Test
    void apostrophesAreDoubledWhereATextHasPlaces() throws IOException {
        Map<String, String> english = texts("_en.properties");

        assertThat(english).allSatisfy((key, text) -> {
            String single = text.replace("''", "");
            assertThat(places(text).isEmpty() ? text.contains("''") : single.contains("'"))
                    .as(key)
                    .isFalse();
        });
    }

    private static TreeSet<String> named(Path folder, String ending, Pattern naming) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                naming.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
            }
        }
        return names;
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String suffix) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(suffix)).toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    propertiesThatPutInto(texts).load(reader);
                }
            }
        }
        return texts;
    }

    /** Properties alone would let the second of two equal keys win in silence. */
    private static Properties propertiesThatPutInto(Map<String, String> texts) {
        return new Properties() {
            @Override
            public Object put(Object key, Object text) {
                assertThat(texts.put((String) key, (String) text))
                        .as(key + " is written twice")
                        .isNull();
                return super.put(key, text);
            }
        };
    }
}
