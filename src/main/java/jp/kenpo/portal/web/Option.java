package jp.kenpo.portal.web;

import java.util.List;
import java.util.stream.Stream;

/** One of several that are offered. @param value its name */
public record Option(String value, String label, String description) {

    /**
     * Options whose texts stand one beside the other.
     *
     * @param prefix of the keys, with its dot at the end
     */
    public static List<Option> all(PageText text, String prefix, Stream<String> values) {
        return values.map(value -> new Option(value, text.of(prefix + value), text.of(prefix + value + ".about")))
                .toList();
    }

    /** One of a list, of which its name says all. */
    public static Option plain(String value, String label) {
        return new Option(value, label, "");
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public String getDescription() {
        return description;
    }

    /** There is nothing more to say of it. */
    public List<String> getOneOf() {
        return List.of();
    }

    /** Each is as good as the other. */
    public boolean isRecommended() {
        return false;
    }
}
