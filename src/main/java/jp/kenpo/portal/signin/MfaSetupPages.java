package jp.kenpo.portal.signin;

import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Where each second factor is set up. */
final class MfaSetupPages {

    static final String FOLDER = "/mfa-setup/";
    static final String CHOICE = FOLDER + "method.xhtml";

    private MfaSetupPages() {}

    static String of(SecondFactorMethod method) {
        return switch (method) {
            case OTP -> FOLDER + "one-time-password.xhtml";
        };
    }
}
