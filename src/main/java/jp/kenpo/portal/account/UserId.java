package jp.kenpo.portal.account;

import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * The name that a member signs in with; unique within an insurer, all small letters.
 *
 * <p>Which new ones may be chosen is {@link UserIdPolicy}'s: those in use before the portal stay as they are.
 */
public record UserId(String value) {

    /** What a member meant: capitals, full-width letters and spaces are no mistake. */
    public static UserId typed(@Nullable String typed) {
        return new UserId(TypedText.lowerCaseIdentifier(typed));
    }

    /** Whether nothing was typed. */
    public boolean isMissing() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
