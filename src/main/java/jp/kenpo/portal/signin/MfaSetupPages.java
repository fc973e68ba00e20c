package jp.kenpo.portal.signin;

import java.util.List;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Where each second factor is set up. */
public final class MfaSetupPages {

    static final String FOLDER = "/mfa-setup/";
    static final String CHOICE = FOLDER + "method.xhtml";

    /** Tells what was set up. */
    public static final String DONE = FOLDER + "done.xhtml";

    /** What was set up is named there, which is no change of how one signs in. */
    public static final String PASSKEY_NAME = FOLDER + "passkey-name.xhtml";

    /** Shown when making a passkey failed. */
    public static final String PASSKEY_FAILED = FOLDER + "passkey-failed.xhtml";

    private MfaSetupPages() {}

    /** Whether a path leads to the choice or the set-up of a second factor, not to a page that tells of it. */
    static boolean changesMethods(String path) {
        return path.startsWith(FOLDER) && !path.equals(DONE) && !path.equals(PASSKEY_NAME);
    }

    /** The first page of a method's set-up. */
    public static String of(SecondFactorMethod method) {
        return switch (method) {
            case PASSKEY -> FOLDER + "passkey.xhtml";
            case OTP -> FOLDER + "one-time-password.xhtml";
        };
    }

    /** What else is open while a method is being set up. */
    static List<String> beside(SecondFactorMethod method) {
        return switch (method) {
            case PASSKEY -> List.of(CHOICE, PASSKEY_FAILED, FOLDER + "passkey-options");
            case OTP -> List.of(CHOICE);
        };
    }
}
