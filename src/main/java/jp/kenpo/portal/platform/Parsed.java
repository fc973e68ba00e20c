package jp.kenpo.portal.platform;

import java.util.function.Function;

/** What became of a typed text: the value it means, or why it is not taken. */
public sealed interface Parsed<T> {

    /** The text was understood. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The text was not taken. */
    record Refused<T>(Refusal why) implements Parsed<T> {}

    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> refused(String key, Object... arguments) {
        return new Refused<>(Refusal.of(key, arguments));
    }

    /** One answer for each of the two cases. */
    default <R> R either(Function<T, R> ifValue, Function<Refusal, R> ifRefused) {
        if (this instanceof Value<T> taken) {
            return ifValue.apply(taken.value());
        }
        return ifRefused.apply(((Refused<T>) this).why());
    }
}
