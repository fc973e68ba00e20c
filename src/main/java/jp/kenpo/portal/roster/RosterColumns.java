package jp.kenpo.portal.roster;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.portal.platform.TypedText;

/**
 * In which place of a file's rows what stands.
 *
 * @param places of the columns that are known, the first being 0
 */
public record RosterColumns(Map<RosterColumn, Integer> places) {

    public RosterColumns {
        places = Map.copyOf(places);
    }

    /** What the headings say; where two claim to be the same, neither is believed. */
    public static RosterColumns of(List<String> headings) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        Set<RosterColumn> twice = EnumSet.noneOf(RosterColumn.class);
        for (int place = 0; place < headings.size(); place++) {
            String heading = TypedText.compact(headings.get(place)).toLowerCase(Locale.ROOT);
            for (RosterColumn column : RosterColumn.values()) {
                if (column.isCalled(heading) && places.put(column, place) != null) {
                    twice.add(column);
                }
            }
        }
        places.keySet().removeAll(twice);
        return new RosterColumns(places);
    }

    /** What no roster can do without, and was not found. */
    public Set<RosterColumn> missing() {
        Set<RosterColumn> missing = EnumSet.noneOf(RosterColumn.class);
        for (RosterColumn column : RosterColumn.values()) {
            if (column.isRequired() && !places.containsKey(column)) {
                missing.add(column);
            }
        }
        return missing;
    }

    /** As it is kept, such as {@code SYMBOL=0,NUMBER=1}. */
    String written() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(place -> place.getKey() + "=" + place.getValue())
                .collect(Collectors.joining(","));
    }

    static RosterColumns parse(String written) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        for (String place : written.isEmpty() ? new String[0] : written.split(",")) {
            String[] columnAndPlace = place.split("=");
            places.put(RosterColumn.valueOf(columnAndPlace[0]), Integer.valueOf(columnAndPlace[1]));
        }
        return new RosterColumns(places);
    }

    OptionalInt place(RosterColumn column) {
        Integer place = places.get(column);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
