package jp.kenpo.portal.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of whoever of the insurer's staff did something for a member, and why.
 *
 * @param staffId his account
 * @param role that he had then
 * @param reason empty where he only looked
 */
public record StaffDeed(long staffId, StaffRole role, Optional<HelpReason> reason) {

    private static final Pattern RECORDED = Pattern.compile("by ([0-9]+), ([a-z-]+)(?:; ([a-z-]+).*)?");

    /** As the record has it, such as {@code by 12, help-desk; lost-device}. */
    public String inShort() {
        return "by " + staffId + ", " + role.key()
                + reason.map(why -> "; " + why.key()).orElse("");
    }

    /** Reads it back, whatever more was recorded behind it; empty where staff did nothing. */
    public static Optional<StaffDeed> of(String recorded) {
        Matcher deed = RECORDED.matcher(recorded);
        if (!deed.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.key().equals(deed.group(2)))
                .findFirst()
                .map(role -> new StaffDeed(Long.parseLong(deed.group(1)), role, reason(deed.group(3))));
    }

    /** What was recorded behind who it was, such as {@code lost-device; name}; all of it where staff did nothing. */
    public static String whatElse(String recorded) {
        return of(recorded).isPresent() ? recorded.replaceFirst("^by [0-9]+, [a-z-]+(; )?", "") : recorded;
    }

    private static Optional<HelpReason> reason(@Nullable String key) {
        return Arrays.stream(HelpReason.values())
                .filter(reason -> reason.key().equals(key))
                .findFirst();
    }
}
