package jp.kenpo.portal.secondfactor;

/**
 * What came back with the form of a page that asked for a passkey.
 *
 * @param challenge as {@link PasskeyChallenges} sealed it; empty where none was fetched
 * @param credential the public key credential as JSON (WebAuthn L3 § 5.1 {@code toJSON}); empty where there is none
 * @param failure the name of the DOMException that the browser threw instead; empty where it threw none
 * @param browser by what the browser is known again
 */
public record PasskeyAnswer(String challenge, String credential, String failure, String browser) {

    /** A hundred times what an authenticator sends. */
    private static final int MOST_CHARACTERS = 100_000;

    /** Whether the browser itself gave up, so that there is nothing to verify. */
    boolean isFailure() {
        return !failure.isEmpty() || credential.isEmpty();
    }

    /** Why the browser gave up. */
    PasskeyFailure whyNot() {
        return failure.isEmpty() ? PasskeyFailure.NO_SCRIPT : PasskeyFailure.reported(failure);
    }

    /** Whether the credential is too large to be one, and is not to be read. */
    boolean isTooLarge() {
        return credential.length() > MOST_CHARACTERS;
    }
}
