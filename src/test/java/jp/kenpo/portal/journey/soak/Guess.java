package jp.kenpo.portal.journey.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Something of the member's own that he changed, perhaps: where the answer never came in, neither he nor the model can
 * know which one holds. The likeliest stands first.
 */
final class Guess {

    private final List<String> candidates = new ArrayList<>();

    Guess(String first) {
        candidates.add(first);
    }

    String best() {
        return candidates.get(0);
    }

    boolean mayBe(String typed) {
        return candidates.contains(typed);
    }

    /** He asked for it, and has not heard yet. */
    void asked(String next) {
        if (!candidates.contains(next)) {
            candidates.add(next);
        }
    }

    void taken(String next) {
        candidates.remove(next);
        candidates.add(0, next);
    }

    void refused(String typed) {
        if (candidates.remove(typed)) {
            candidates.add(typed);
        }
    }
}
