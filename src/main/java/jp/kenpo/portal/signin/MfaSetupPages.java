package jp.kenpo.portal.signin;

import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Where each second factor is set up. */
public final class MfaSetupPages {

    static final String FOLDER = "/mfa-setup/";
    static final String CHOICE = FOLDER + "method.xhtml";

    private static final String DONE = FOLDER + "done.xhtml";

    private MfaSetupPages() {}

    /** Whether a path leads to the choice or the set-up of a second factor, not to the page that tells of it. */
    static boolean changesMethods(String path) {
        return path.startsWith(FOLDER) && !path.equals(DONE);
    }

    /** The first page of a method's set-up. */
    public static String of(SecondFactorMethod method) {
        return switch (method) {
            case OTP -> FOLDER + "one-time-password.xhtml";
        };
    }
}
