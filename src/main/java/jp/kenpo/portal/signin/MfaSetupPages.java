package jp.kenpo.portal.signin;

import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Where each second factor is set up. */
public final class MfaSetupPages {

    static final String FOLDER = "/mfa-setup/";
    static final String CHOICE = FOLDER + "method.xhtml";

    private MfaSetupPages() {}

    /** The first page of a method's set-up. */
    public static String of(SecondFactorMethod method) {
        return switch (method) {
            case OTP -> FOLDER + "one-time-password.xhtml";
        };
    }
}
