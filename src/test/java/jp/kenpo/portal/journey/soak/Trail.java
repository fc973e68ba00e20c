package jp.kenpo.portal.journey.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last moves, for whoever has to find out how it came about. */
final class Trail {

    private static final int LONGEST = 60;

    private final Deque<String> moves = new ArrayDeque<>();

    void add(String move) {
        moves.add(move);
        if (moves.size() > LONGEST) {
            moves.remove();
        }
    }

    /** Behind the move that was added last. */
    void addTo(String more) {
        moves.add(moves.isEmpty() ? more : moves.removeLast() + " " + more);
    }

    List<String> moves() {
        return List.copyOf(moves);
    }
}
