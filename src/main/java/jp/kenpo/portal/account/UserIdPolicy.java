package jp.kenpo.portal.account;

import java.util.Optional;
import jp.kenpo.portal.platform.Refusal;

/**
 * Which user IDs may be chosen: 8 to 13 characters of {@code a-z 0-9 - _ . @}, at least one letter and one
 * digit.
 */
public final class UserIdPolicy {

    /** The least number of characters. */
    public static final int SHORTEST = 8;

    /** The greatest number of characters. */
    public static final int LONGEST = 13;

    private static final String OTHER_THAN_ALLOWED = "[^a-z0-9\\-_.@]";

    private UserIdPolicy() {}

    /** Why a new user ID may not be chosen; empty where it may. Whether it is taken is not asked here. */
    public static Optional<Refusal> check(UserId userId) {
        String value = userId.value();
        if (value.isEmpty()) {
            return Optional.of(Refusal.of("user-id.missing"));
        }
        String unusable = ForbiddenCharacters.in(value, OTHER_THAN_ALLOWED);
        if (!unusable.isEmpty()) {
            return Optional.of(Refusal.of("user-id.character", unusable));
        }
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            return Optional.of(Refusal.of("user-id.length", SHORTEST, LONGEST));
        }
        if (!value.matches(".*[a-z].*") || !value.matches(".*[0-9].*")) {
            return Optional.of(Refusal.of("user-id.composition"));
        }
        return Optional.empty();
    }
}
