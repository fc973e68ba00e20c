package jp.kenpo.portal.administration;

import java.util.Arrays;
import java.util.List;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.web.PageText;

/** A reason as it is offered. @param value the reason's name */
public record ReasonOption(String value, String label, String description) {

    static List<ReasonOption> all(PageText text) {
        return Arrays.stream(HelpReason.values())
                .map(reason -> "administration.reason." + reason.key())
                .map(key -> new ReasonOption(
                        key.substring(key.lastIndexOf('.') + 1), text.of(key), text.of(key + ".about")))
                .toList();
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public String getDescription() {
        return description;
    }

    /** There is nothing more to say of it. */
    public List<String> getOneOf() {
        return List.of();
    }

    /** Each is as good as the other. */
    public boolean isRecommended() {
        return false;
    }
}
