package jp.kenpo.portal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kenpo.portal.platform.Refusal;

/**
 * What was wrong with a form, said at each field and again in the summary above the form.
 *
 * <p>It stands beside Faces' own messages because a refusal here is a result of the use case, not of a
 * converter: one sentence a field, in the order in which they were found.
 */
@Named("errors")
@RequestScoped
public class FieldErrors {

    @Inject
    Preferences preferences;

    private final Map<String, Refusal> refusals = new LinkedHashMap<>();

    /** One line of the summary: the field's id and the sentence shown there. */
    public record Line(String field, String text) {}

    /** Says at a field why it is not taken; the first refusal of a field stays. */
    public void at(String field, Refusal why) {
        refusals.putIfAbsent(field, why);
    }

    /** Whether anything was refused. */
    public boolean isAny() {
        return !refusals.isEmpty();
    }

    /** Whether this field was refused. */
    public boolean at(String field) {
        return refusals.containsKey(field);
    }

    /** The sentence for a field, empty where nothing is wrong with it. */
    public String text(String field) {
        Refusal why = refusals.get(field);
        return why == null ? "" : Messages.text(preferences.getLanguage(), why);
    }

    /** All sentences, for the summary. */
    public List<Line> getLines() {
        return refusals.keySet().stream()
                .map(field -> new Line(field, text(field)))
                .collect(Collectors.toUnmodifiableList());
    }
}
