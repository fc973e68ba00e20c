package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.portal.figures.Bar;
import jp.kenpo.portal.figures.Factors;
import jp.kenpo.portal.figures.Figures;
import jp.kenpo.portal.figures.Figures.Counted;
import jp.kenpo.portal.figures.Funnel;
import jp.kenpo.portal.figures.Stage;
import jp.kenpo.portal.figures.Waiting;
import jp.kenpo.portal.signin.CurrentVisit;
import org.jspecify.annotations.Nullable;

/** M8 状況: how the first login goes at an insurer. */
@Named
@RequestScoped
public class FiguresPage {

    private static final int MOST_SYMBOLS = 50;

    @Inject
    Figures figures;

    @Inject
    CurrentVisit visit;

    private @Nullable Counted counted;
    private @Nullable Funnel all;

    /** Those who are to take one step next, by how long ago their last one is. */
    public record Row(Stage next, long lately, long weeks, long longer) {}

    /** Those of one 記号. */
    public record Symbol(String name, Funnel funnel) {

        public long inRoster() {
            return funnel.at(Stage.IN_ROSTER);
        }

        public long begun() {
            return funnel.at(Stage.BIRTH_DATE_CONFIRMED);
        }

        public long completed() {
            return funnel.at(Stage.FIRST_LOGIN_COMPLETED);
        }

        public long secured() {
            return funnel.at(Stage.SECOND_FACTOR);
        }
    }

    private Counted counted() {
        if (counted == null) {
            counted = figures.of(visit.insurer());
        }
        return counted;
    }

    private Funnel all() {
        if (all == null) {
            all = counted().all();
        }
        return all;
    }

    /** When they were counted. */
    public Instant getAt() {
        return counted().at();
    }

    public List<Bar> getStages() {
        return Arrays.stream(Stage.values())
                .map(stage -> Bar.of(stage.key(), all().at(stage), all().at(Stage.IN_ROSTER)))
                .toList();
    }

    public List<Bar> getFactors() {
        return Arrays.stream(Factors.values())
                .map(which -> Bar.of(which.key(), all().with(which), all().at(Stage.SECOND_FACTOR)))
                .toList();
    }

    /** Without the steps before which nobody waits. */
    public List<Row> getWaiting() {
        Map<Stage, Map<Waiting.Since, Long>> people = new EnumMap<>(Stage.class);
        counted()
                .waiting()
                .forEach(some -> people.computeIfAbsent(some.next(), next -> new EnumMap<>(Waiting.Since.class))
                        .put(some.since(), some.people()));
        return people.entrySet().stream()
                .map(row -> new Row(
                        row.getKey(),
                        row.getValue().getOrDefault(Waiting.Since.LATELY, 0L),
                        row.getValue().getOrDefault(Waiting.Since.WEEKS, 0L),
                        row.getValue().getOrDefault(Waiting.Since.LONGER, 0L)))
                .toList();
    }

    /** Those with the most insured persons first. */
    public List<Symbol> getSymbols() {
        return symbols()
                .sorted(Comparator.comparingLong(Symbol::inRoster).reversed().thenComparing(Symbol::name))
                .limit(MOST_SYMBOLS)
                .toList();
    }

    /** Whether there are more of them than are shown. */
    public boolean isMoreSymbols() {
        return counted().bySymbol().size() > MOST_SYMBOLS;
    }

    private Stream<Symbol> symbols() {
        return counted().bySymbol().entrySet().stream().map(one -> new Symbol(one.getKey(), one.getValue()));
    }
}
