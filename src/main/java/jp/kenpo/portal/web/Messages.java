package jp.kenpo.portal.web;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.portal.platform.Refusal;

/**
 * The portal's texts, one file a part of the portal and language under {@code messages/}.
 *
 * <p>A key begins with its file's name: {@code sign-in_password.title} stands in {@code sign-in_ja.properties}
 * and {@code refusal.code.wrong} in {@code refusal_ja.properties}.
 */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Each file once it was read: the JDK's own memory of them makes a key for every look. */
    private static final Map<Language, Map<String, ResourceBundle>> READ = new EnumMap<>(Map.of(
            Language.JA, new ConcurrentHashMap<>(),
            Language.EN, new ConcurrentHashMap<>()));

    private Messages() {}

    /**
     * The text of a key, with what it names put in its places.
     *
     * @throws java.util.MissingResourceException when no such text is written
     */
    public static String text(Language language, String key, Object... arguments) {
        String text = bundle(language, key).getString(key);
        if (arguments.length == 0) {
            return text;
        }
        Object[] readable = List.of(arguments).stream()
                .map(argument -> readable(language, argument))
                .toArray();
        return new MessageFormat(text, language.locale()).format(readable);
    }

    /** The sentence of a refusal. */
    public static String text(Language language, Refusal refusal) {
        return text(language, "refusal." + refusal.key(), refusal.arguments().toArray());
    }

    /** Whether a text is written for the key. */
    public static boolean has(Language language, String key) {
        return bundle(language, key).containsKey(key);
    }

    private static ResourceBundle bundle(Language language, String key) {
        return Objects.requireNonNull(READ.get(language))
                .computeIfAbsent(
                        file(key),
                        file -> ResourceBundle.getBundle(
                                "messages/" + file, language.locale(), Messages.class.getClassLoader(), NO_FALLBACK));
    }

    private static String file(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) != '_' && key.charAt(end) != '.') {
            end++;
        }
        return key.substring(0, end);
    }

    private static Object readable(Language language, Object argument) {
        if (argument instanceof Duration duration) {
            long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
            return seconds < 60
                    ? text(language, "layout.seconds", Long.toString(seconds))
                    : text(language, "layout.minutes", Long.toString((seconds + 59) / 60));
        }
        return argument.toString();
    }
}
