package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was typed or given out and must be found nowhere else, in every spelling that a leak might have. */
final class Canaries {

    private final Map<String, Pattern> secrets = new LinkedHashMap<>();

    /** Remembers a secret. A number counts only by itself: its digits may well stand within a longer one. */
    void plant(String name, String... spellings) {
        String any = Stream.of(spellings).flatMap(Canaries::forms).distinct().collect(Collectors.joining("|"));
        secrets.merge(name, Pattern.compile(any), (one, other) -> Pattern.compile(one + "|" + other));
    }

    private static Stream<String> forms(String spelling) {
        if (spelling.matches("[0-9]{1,8}")) {
            return Stream.of("(?<![0-9A-Za-z+/_-])" + spelling + "(?![0-9A-Za-z+/_-])");
        }
        byte[] bytes = spelling.getBytes(UTF_8);
        return Stream.of(
                        spelling,
                        URLEncoder.encode(spelling, UTF_8),
                        new String(bytes, ISO_8859_1),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .map(Pattern::quote);
    }

    /** The names of those that a text gives away. */
    List<String> in(String text) {
        return secrets.entrySet().stream()
                .filter(secret -> secret.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
