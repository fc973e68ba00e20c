package jp.kenpo.portal.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Where each second factor is asked for. */
final class SignInPages {

    /** Where somebody ends whose passkey did not sign him in. */
    static final String PASSKEY_FAILED = "/sign-in/passkey-failed.xhtml";

    /** P11: where somebody ends whose session was over. */
    static final String SESSION_OVER = "/sign-in/session-over.xhtml";

    /** Where a new password takes the place of a forgotten one. */
    static final String PASSWORD_RESET = "/recovery/new-password.xhtml";

    /** Where a page's script fetches what to ask the browser for. */
    static final String PASSKEY_OPTIONS = "/sign-in/passkey-options";

    /** D1: where whoever has none of his devices any more is told what to do. */
    static final String LOST_DEVICE = "/sign-in/lost-device.xhtml";

    /** Where he enters the code that was sent to his address. */
    static final String LOST_DEVICE_CODE = "/sign-in/lost-device-code.xhtml";

    /** Where whoever's second factors were taken away by staff is told how to show who he is. */
    static final String ENROLMENT = "/sign-in/enrolment.xhtml";

    /** Where he enters the code that was sent to his address. */
    static final String ENROLMENT_CODE = "/sign-in/enrolment-code.xhtml";

    /** Where he reads the code that he tells the staff. */
    static final String DESK_CODE = "/sign-in/desk-code.xhtml";

    /** All that is open while a second factor is asked for: the member may take any that he has. */
    static final List<String> SECOND_FACTORS = List.of(
            of(SecondFactorMethod.PASSKEY),
            of(SecondFactorMethod.OTP),
            "/sign-in/other-methods.xhtml",
            "/sign-in/recovery-code.xhtml",
            LOST_DEVICE,
            LOST_DEVICE_CODE,
            PASSKEY_FAILED,
            PASSKEY_OPTIONS);

    private SignInPages() {}

    static String of(SecondFactorMethod method) {
        return switch (method) {
            case PASSKEY -> "/sign-in/passkey.xhtml";
            case OTP -> "/sign-in/second-factor.xhtml";
        };
    }

    /** Whether a page asks for a method that the caller does not have. */
    static boolean asksForMore(String path, Set<SecondFactorMethod> has) {
        return Arrays.stream(SecondFactorMethod.values())
                .anyMatch(method -> path.equals(of(method)) && !has.contains(method));
    }
}
