package jp.kenpo.portal.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Refusal;

/**
 * Which passwords a member may choose.
 *
 * <p>Length and characters are the profile's; that it may not be guessed from the member's own data or found
 * on a list of common passwords holds in each (ASVS 6.2.4, 6.2.11).
 */
public final class PasswordPolicy {

    /** The least number of characters (ASVS 6.2.1). */
    public static final int SHORTEST = 8;

    /** The greatest number of characters (ASVS 6.2.9). */
    public static final int LONGEST = 64;

    /** So long a symbol and number is not in a password by chance. */
    private static final int TELLING = 4;

    private static final Pattern SEPARATORS = Pattern.compile("[-/. ・]");

    private PasswordPolicy() {}

    /**
     * Why a password may not be chosen; empty where it may.
     *
     * @param password in NFKC
     */
    public static Optional<Refusal> check(PasswordProfile profile, String password, UserId userId, Member member) {
        if (password.isEmpty()) {
            return refused("password.missing");
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return refused("password.too-short", SHORTEST);
        }
        if (length > LONGEST) {
            return refused("password.too-long", LONGEST);
        }
        return composition(profile, password)
                .or(() -> ownData(password, userId, member))
                .or(() -> CommonPasswords.contain(password) ? refused("password.common") : Optional.empty());
    }

    private static Optional<Refusal> composition(PasswordProfile profile, String password) {
        if (profile == PasswordProfile.OPEN) {
            return Optional.empty();
        }
        String unusable = ForbiddenCharacters.in(password, "[^A-Za-z0-9]");
        if (!unusable.isEmpty()) {
            return refused("password.character", unusable);
        }
        if (!password.matches(".*[A-Za-z].*")) {
            return refused("password.letter");
        }
        return password.matches(".*[0-9].*") ? Optional.empty() : refused("password.digit");
    }

    private static Optional<Refusal> ownData(String password, UserId userId, Member member) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.equals(userId.value())) {
            return refused("password.user-id");
        }
        if (InitialPassword.matches(member, password)) {
            return refused("password.initial");
        }
        String symbolAndNumber = (member.number().symbol() + member.number().number()).toLowerCase(Locale.ROOT);
        // Also with something between them, as on the card.
        String joined = SEPARATORS.matcher(lower).replaceAll("");
        if (symbolAndNumber.length() >= TELLING
                && joined.contains(SEPARATORS.matcher(symbolAndNumber).replaceAll(""))) {
            return refused("password.member-number");
        }
        return joined.contains(member.birthDate().eightDigits()) ? refused("password.birth-date") : Optional.empty();
    }

    private static Optional<Refusal> refused(String key, Object... arguments) {
        return Optional.of(Refusal.of(key, arguments));
    }
}
