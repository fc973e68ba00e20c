package jp.kenpo.portal.roster;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line on which it begins, the first of the file being 1
 */
public record RosterRecord(long line, List<String> fields) {

    public RosterRecord {
        fields = List.copyOf(fields);
    }

    /** What stands in a place; nothing where the row ends before. */
    String at(int place) {
        return place < fields.size() ? fields.get(place) : "";
    }
}
