package jp.kenpo.portal.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was counted of each insurer. Each count goes once through all of its insured persons, so that one is shown for a
 * minute to whoever asks; and whoever else asks while it is counted waits for the same figures.
 */
final class Kept<T> {

    private static final Duration SHOWN_FOR = Duration.ofMinutes(1);

    private final Map<Long, Counted<T>> counted = new ConcurrentHashMap<>();

    private record Counted<T>(Instant at, T figures) {}

    T of(long insurerId, Instant now, Function<Instant, T> count) {
        return counted.compute(
                        insurerId,
                        (id, before) -> before != null && before.at().isAfter(now.minus(SHOWN_FOR))
                                ? before
                                : new Counted<>(now, count.apply(now)))
                .figures();
    }
}
