package jp.kenpo.portal.selfservice;

import java.util.List;

/**
 * A kind of second factor that a member may be asked for first.
 *
 * @param value the method's name
 * @param oneOf the names of the devices of this kind that he has
 */
public record MethodOption(String value, String label, String description, List<String> oneOf) {

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

    /** He knows best which one is at hand. */
    public boolean isRecommended() {
        return false;
    }
}
