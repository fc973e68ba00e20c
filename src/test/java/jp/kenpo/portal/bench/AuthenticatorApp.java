package jp.kenpo.portal.bench;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;

/** What a member's phone shows. */
final class AuthenticatorApp {

    private static final int STEP_SECONDS = 30;

    private AuthenticatorApp() {}

    /** The thirty seconds in which each member can log in once. */
    static long step() {
        return System.currentTimeMillis() / 1000 / STEP_SECONDS;
    }

    /** @param key base32 */
    static String code(String key) {
        try {
            return new DefaultCodeGenerator(HashingAlgorithm.SHA1, 6).generate(key, step());
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }
}
