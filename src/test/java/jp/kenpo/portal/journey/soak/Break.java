package jp.kenpo.portal.journey.soak;

import java.nio.file.Path;
import java.util.List;

/**
 * A rule that the portal broke.
 *
 * @param visit which of the run's visits it was
 * @param trail the moves up to it
 * @param files where screenshot and page were left, by the beginning of their names
 */
record Break(long seed, int visit, String member, List<String> faults, List<String> trail, Path files) {

    @Override
    public String toString() {
        return "seed " + seed + ", visit " + visit + ", " + member + ": " + faults + "\n  " + String.join("\n  ", trail)
                + "\n  see " + files;
    }
}
