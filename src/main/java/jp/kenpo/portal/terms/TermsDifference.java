package jp.kenpo.portal.terms;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.kenpo.portal.web.CommonMarkLine;

/**
 * What is in one text and not in another, as a reader can follow it: line by line, and within a line by words, or by
 * characters where the language has no spaces. What is in both is left out, but for the rest of such a line.
 *
 * @param sections those in which there is something, in their order
 */
public record TermsDifference(List<Section> sections) {

    private static final Pattern WORDS = Pattern.compile("[\\p{IsLatin}\\p{Nd}]+|.", Pattern.DOTALL);

    /** A change with less left between it and the next is read as one. */
    private static final int LEAST_BETWEEN = 3;

    /** To compare more than that by its characters takes long. */
    private static final int LONGEST_LINE = 1_000;

    /** What happened to a part of a line. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A part of a line. */
    public record Piece(Fate fate, String text) {

        public boolean isRemoved() {
            return fate == Fate.REMOVED;
        }

        public boolean isAdded() {
            return fate == Fate.ADDED;
        }
    }

    /** A line of which something is not in both. */
    public record Line(List<Piece> pieces) {}

    /** The lines under one heading; empty for what stands above the first. */
    public record Section(String heading, List<Line> lines) {}

    /** Compares two texts in CommonMark. */
    public static TermsDifference between(String before, String after) {
        List<CommonMarkLine> old = CommonMarkLine.of(before);
        List<CommonMarkLine> present = CommonMarkLine.of(after);
        List<Section> sections = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(texts(old), texts(present)).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            compare(
                    old.subList(from, from + delta.getSource().size()),
                    present.subList(to, to + delta.getTarget().size()),
                    sections);
        }
        return new TermsDifference(List.copyOf(sections));
    }

    private static List<String> texts(List<CommonMarkLine> lines) {
        return lines.stream().map(CommonMarkLine::text).toList();
    }

    /** One place: the first of its lines with the first of those that stand there now, and so on. */
    private static void compare(List<CommonMarkLine> old, List<CommonMarkLine> present, List<Section> sections) {
        int both = Math.min(old.size(), present.size());
        for (int i = 0; i < both; i++) {
            List<Piece> pieces = pieces(old.get(i).text(), present.get(i).text());
            if (isMostlyKept(pieces)) {
                add(present.get(i).heading(), pieces, sections);
            } else {
                add(
                        old.get(i).heading(),
                        List.of(new Piece(Fate.REMOVED, old.get(i).text())),
                        sections);
                add(
                        present.get(i).heading(),
                        List.of(new Piece(Fate.ADDED, present.get(i).text())),
                        sections);
            }
        }
        old.stream()
                .skip(both)
                .forEach(line -> add(line.heading(), List.of(new Piece(Fate.REMOVED, line.text())), sections));
        present.stream()
                .skip(both)
                .forEach(line -> add(line.heading(), List.of(new Piece(Fate.ADDED, line.text())), sections));
    }

    private static void add(String heading, List<Piece> pieces, List<Section> sections) {
        if (sections.isEmpty() || !sections.get(sections.size() - 1).heading().equals(heading)) {
            sections.add(new Section(heading, new ArrayList<>()));
        }
        sections.get(sections.size() - 1).lines().add(new Line(pieces));
    }

    private static boolean isMostlyKept(List<Piece> pieces) {
        int kept = length(pieces, Fate.KEPT);
        return kept >= length(pieces, Fate.REMOVED) || kept >= length(pieces, Fate.ADDED);
    }

    private static int length(List<Piece> pieces, Fate fate) {
        return pieces.stream()
                .filter(piece -> piece.fate() == fate)
                .mapToInt(piece -> piece.text().length())
                .sum();
    }

    private static List<Piece> pieces(String before, String after) {
        if (before.length() > LONGEST_LINE || after.length() > LONGEST_LINE) {
            return List.of(new Piece(Fate.REMOVED, before), new Piece(Fate.ADDED, after));
        }
        List<String> old = words(before);
        List<String> present = words(after);
        List<Piece> pieces = new ArrayList<>();
        int presentFrom = 0;
        for (Stretch changed : stretches(old, present)) {
            put(Fate.KEPT, present.subList(presentFrom, changed.presentFrom()), pieces);
            put(Fate.REMOVED, old.subList(changed.oldFrom(), changed.oldTo()), pieces);
            put(Fate.ADDED, present.subList(changed.presentFrom(), changed.presentTo()), pieces);
            presentFrom = changed.presentTo();
        }
        put(Fate.KEPT, present.subList(presentFrom, present.size()), pieces);
        return pieces;
    }

    private static List<String> words(String line) {
        return WORDS.matcher(line).results().map(MatchResult::group).toList();
    }

    private static void put(Fate fate, List<String> words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(fate, String.join("", words)));
        }
    }

    /** Words of a line that became others: those from a place on, and up to another without it. */
    private record Stretch(int oldFrom, int oldTo, int presentFrom, int presentTo) {

        Stretch until(Stretch later) {
            return new Stretch(oldFrom, later.oldTo, presentFrom, later.presentTo);
        }
    }

    private static List<Stretch> stretches(List<String> old, List<String> present) {
        List<Stretch> stretches = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, present).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            Stretch next = new Stretch(
                    from,
                    from + delta.getSource().size(),
                    to,
                    to + delta.getTarget().size());
            int last = stretches.size() - 1;
            if (last >= 0 && next.oldFrom() - stretches.get(last).oldTo() < LEAST_BETWEEN) {
                stretches.set(last, stretches.get(last).until(next));
            } else {
                stretches.add(next);
            }
        }
        return stretches;
    }
}
