package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word is written in both languages and stands in a bundle, none in a page. */
class TextTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern REFUSAL = Pattern.compile("(?:refused|Refusal\\.of)\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.-]+)\"");
    private static final Pattern TEXT_OF_ANY_PAGE = Pattern.compile("page\\.of\\('([a-z0-9_.-]+)'[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

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
    void noPageHoldsAWordOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertThat(pages).isNotEmpty().allSatisfy(page -> {
                String text = Files.readString(page).replaceAll("(?s)<!--.*?-->", "");
                assertThat(JAPANESE.matcher(text).find()).as(page.toString()).isFalse();
            });
        }
    }

    @Test
    void everyTextsPageExists() throws IOException {
        for (String key : texts("_ja.properties").keySet()) {
            if (key.matches("[a-z-]+_[a-z-]+\\..*") && !key.startsWith("first-login_method")) {
                String page = key.substring(0, key.indexOf('.')).replace('_', '/') + ".xhtml";
                Path file = Files.exists(PAGES.resolve(page))
                        ? PAGES.resolve(page)
                        : PAGES.resolve("WEB-INF").resolve(page);
                assertThat(file).as(key).exists();
            }
        }
    }

    @Test
    void everyRefusalHasItsSentenceAndEverySentenceItsRefusal() throws IOException {
        TreeSet<String> written = texts("_ja.properties").keySet().stream()
                .filter(key -> key.startsWith("refusal."))
                .map(key -> key.substring("refusal.".length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named(SOURCES, ".java", REFUSAL)).isNotEmpty().isSubsetOf(written);
        assertThat(written).isSubsetOf(named(SOURCES, ".java", LITERAL));
    }

    @Test
    void everyTextThatAPageNamesIsWritten() throws IOException {
        assertThat(named(PAGES, ".xhtml", TEXT_OF_ANY_PAGE))
                .isNotEmpty()
                .isSubsetOf(texts("_ja.properties").keySet());
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
