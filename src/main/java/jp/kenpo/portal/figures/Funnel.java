package jp.kenpo.portal.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How many are how far.
 *
 * @param reached how many reached each stage
 * @param factors how many have which second factors, of those who have any
 */
public record Funnel(Map<Stage, Long> reached, Map<Factors, Long> factors) {

    public Funnel {
        reached = Map.copyOf(reached);
        factors = Map.copyOf(factors);
    }

    public long at(Stage stage) {
        return reached.getOrDefault(stage, 0L);
    }

    public long with(Factors which) {
        return factors.getOrDefault(which, 0L);
    }

    /** All of several together. */
    static Funnel sum(Collection<Funnel> parts) {
        return new Funnel(
                sums(
                        Stage.values(),
                        stage ->
                                parts.stream().mapToLong(part -> part.at(stage)).sum()),
                sums(
                        Factors.values(),
                        which -> parts.stream()
                                .mapToLong(part -> part.with(which))
                                .sum()));
    }

    private static <K> Map<K, Long> sums(K[] keys, ToLongFunction<K> sum) {
        return Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), sum::applyAsLong));
    }
}
