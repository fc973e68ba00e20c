package jp.kenpo.portal.account;

import java.util.Optional;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.platform.Refusal;

/**
 * Which passwords a member may choose.
 *
 * <p>Length and characters are the profile's; that it is no {@link EasyGuess} holds in each.
 */
public final class PasswordPolicy {

    /** The least number of characters (ASVS 6.2.1). */
    public static final int SHORTEST = 8;

    /** The greatest number of characters (ASVS 6.2.9). */
    public static final int LONGEST = 64;

    private PasswordPolicy() {}

    /**
     * Why a password may not be chosen; empty where it may.
     *
     * @param password in NFKC
     */
    public static Optional<Refusal> check(
            PasswordProfile profile, String password, UserId userId, AccountOwner owner, Insurer insurer) {
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
                .or(() -> EasyGuess.in(password, userId, owner, insurer).stream()
                        .findFirst()
                        .flatMap(guess -> refused("password." + guess.key())));
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

    private static Optional<Refusal> refused(String key, Object... arguments) {
        return Optional.of(Refusal.of(key, arguments));
    }
}
