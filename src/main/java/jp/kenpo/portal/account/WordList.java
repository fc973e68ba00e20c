package jp.kenpo.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** The word lists that the portal brings, one word a line; what they are stands in {@code passwords/README.md}. */
final class WordList {

    private WordList() {}

    /** Every line of a list, in its order. */
    static Stream<String> read(String name) {
        try (InputStream list = WordList.class.getResourceAsStream("/passwords/" + name)) {
            if (list == null) {
                throw new IllegalStateException("There is no word list " + name);
            }
            return new String(list.readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
