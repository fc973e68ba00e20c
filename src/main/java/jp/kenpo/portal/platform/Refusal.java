package jp.kenpo.portal.platform;

import java.util.List;

/**
 * Why something that was typed or done is not taken: which sentence the member reads, and what it names.
 *
 * <p>Rules return it, pages show it at the field. The sentence itself stands in the message bundles.
 *
 * @param key of the bundles' {@code refusal} file, such as {@code user-id.length}
 * @param arguments for the sentence's places {@code {0}}, {@code {1}}…
 */
public record Refusal(String key, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /** A refusal with the key's sentence and what it names. */
    public static Refusal of(String key, Object... arguments) {
        return new Refusal(key, List.of(arguments));
    }
}
