package jp.kenpo.portal.journey.soak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run came to.
 *
 * @param moves how many of each kind were made
 * @param places to which somebody came
 */
record Outcome(long seed, Map<Move, Integer> moves, Set<Place> places, List<Break> breaks) {

    Outcome {
        moves = new EnumMap<>(moves);
        places = Set.copyOf(places);
        breaks = List.copyOf(breaks);
    }

    int made() {
        return moves.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return made() + " moves, " + breaks.size() + " breaks";
    }
}
