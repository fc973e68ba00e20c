package jp.kenpo.portal.firstlogin;

import java.util.List;
import java.util.Locale;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.web.PageText;

/**
 * A second factor as it is offered, with what it takes.
 *
 * @param value the method's name
 * @param oneOf what the description asks for at least one of
 */
public record MethodOption(String value, String label, String description, List<String> oneOf, boolean recommended) {

    /** What the insurer offers. */
    static List<MethodOption> of(InsurerPolicy policy, PageText text) {
        return policy.methods().stream()
                .sorted()
                .map(method -> of(method, policy.methods().size() > 1, text))
                .toList();
    }

    private static MethodOption of(SecondFactorMethod method, boolean amongOthers, PageText text) {
        String key = "first-login_method." + method.name().toLowerCase(Locale.ROOT);
        List<String> oneOf = text.of(key + ".one-of").lines().toList();
        boolean recommended = amongOthers && method == SecondFactorMethod.PASSKEY;
        return new MethodOption(method.name(), text.of(key), text.of(key + ".needs"), oneOf, recommended);
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

    public List<String> getOneOf() {
        return oneOf;
    }

    public boolean isRecommended() {
        return recommended;
    }
}
