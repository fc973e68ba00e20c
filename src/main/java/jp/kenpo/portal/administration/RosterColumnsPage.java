package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.roster.RosterColumn;
import jp.kenpo.portal.roster.RosterColumns;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.roster.RosterImports;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** M1 加入者取込: which column of the file is which. The address or the form says of which import. */
@Named
@RequestScoped
public class RosterColumnsPage {

    /** Facelets leaves an empty value out, and browsers take the option's text then. */
    private static final String NONE = "none";

    @Inject
    AskedImport asked;

    @Inject
    RosterImports imports;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private @Nullable Map<String, String> chosen;
    private @Nullable List<Option> headings;

    /** Whether the insurer has such an import, and its columns can still be said. */
    public boolean isThere() {
        return asked.find()
                .filter(roster -> !roster.state().isEnded() && !roster.state().isAtWork())
                .isPresent();
    }

    public long getImport() {
        return asked.id();
    }

    /** What the file has by its place, the first being 0, with what stands in its first row; and that there is none. */
    public List<Option> getHeadings() {
        if (headings == null) {
            RosterImport roster = asked.find().orElseThrow();
            List<String> first = imports.firstRow(roster);
            headings = new ArrayList<>();
            headings.add(Option.plain(NONE, text.of("administration_roster_columns.none")));
            for (int place = 0; place < roster.headings().size(); place++) {
                String example = place < first.size() ? first.get(place) : "";
                String name = roster.headings().get(place);
                headings.add(Option.plain(
                        Integer.toString(place),
                        example.isBlank() ? name : text.of("administration_roster_columns.example", name, example)));
            }
        }
        return headings;
    }

    /** By a column's name in forms, the place that is its own. */
    public Map<String, String> getChosen() {
        if (chosen == null) {
            chosen = new HashMap<>();
            RosterColumns known = asked.find().map(RosterImport::columns).orElseGet(() -> new RosterColumns(Map.of()));
            for (RosterColumn column : RosterColumn.values()) {
                chosen.put(
                        column.key(),
                        Optional.ofNullable(known.places().get(column))
                                .map(Object::toString)
                                .orElse(NONE));
            }
        }
        return chosen;
    }

    /** Has the rows read so. */
    public void decide() {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        for (RosterColumn column : RosterColumn.values()) {
            String place = getChosen().get(column.key());
            if (isHeading(place)) {
                places.put(column, Integer.valueOf(place));
            } else if (column.isRequired()) {
                errors.at(field(column), Refusal.of("roster.column-missing"));
            }
        }
        sayWhatIsTwice(places);
        if (!errors.isAny()) {
            Optional<Refusal> refusal = imports.check(visit.insurer(), asked.id(), new RosterColumns(places));
            refusal.ifPresentOrElse(
                    why -> errors.at("button-decide", why), () -> onward.to(asked.on(StaffPages.ROSTER)));
        }
    }

    private boolean isHeading(@Nullable String place) {
        return !NONE.equals(place)
                && getHeadings().stream().anyMatch(one -> one.value().equals(place));
    }

    private void sayWhatIsTwice(Map<RosterColumn, Integer> places) {
        Map<Integer, RosterColumn> taken = new HashMap<>();
        places.forEach((column, place) -> {
            if (taken.putIfAbsent(place, column) != null) {
                errors.at(field(column), Refusal.of("roster.column-twice"));
            }
        });
    }

    private static String field(RosterColumn column) {
        return "column-" + column.key();
    }
}
