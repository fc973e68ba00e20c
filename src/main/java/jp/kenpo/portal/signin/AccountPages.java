package jp.kenpo.portal.signin;

import java.util.Optional;
import jp.kenpo.portal.web.Notice;

/** Where a signed-in member sees to how he signs in. */
public final class AccountPages {

    /** A1: all of it at a glance. */
    public static final String OVERVIEW = "/member/account.xhtml";

    /** One of his devices. */
    public static final String DEVICE = "/member/device.xhtml";

    /** Where one of them is removed. */
    public static final String DEVICE_REMOVAL = "/member/device-removal.xhtml";

    /** Where he says which second factor he is asked for first. */
    public static final String PREFERRED_METHOD = "/member/preferred-method.xhtml";

    /** A2: the recovery codes, as long as they may be read. */
    public static final String RECOVERY_CODES = "/member/recovery-codes.xhtml";

    /** Where new ones are made. */
    public static final String NEW_RECOVERY_CODES = "/member/new-recovery-codes.xhtml";

    /** Where another e-mail address is entered. */
    public static final String EMAIL = "/member/email.xhtml";

    /** Where the code is entered that was sent there. */
    public static final String EMAIL_CODE = "/member/email-code.xhtml";

    /** A3: where he is signed in. */
    public static final String SESSIONS = "/member/sessions.xhtml";

    /** Where he sets another password. */
    public static final String PASSWORD = "/member/password.xhtml";

    /** In the page's address: the member has just reported that somebody else was at his account. */
    public static final String REPORTED = "reported";

    /** Where he sets another password after that. */
    public static final String PASSWORD_AFTER_REPORT = PASSWORD + "?" + REPORTED;

    /** Where he says that it was not he. */
    public static final String NOT_ME = "/member/not-me.xhtml";

    /** Where he chooses another user ID. */
    public static final String USER_ID = "/member/user-id.xhtml";

    private AccountPages() {}

    /** What is done on a page; empty where nothing is that needs a fresh proof. */
    static Optional<Action> actionOn(String path) {
        if (MfaSetupPages.changesMethods(path)) {
            return Optional.of(Action.ADD_SECOND_FACTOR);
        }
        return switch (path) {
            case DEVICE, DEVICE_REMOVAL, PREFERRED_METHOD -> Optional.of(Action.CHANGE_SECOND_FACTOR);
            case NEW_RECOVERY_CODES -> Optional.of(Action.MAKE_RECOVERY_CODES);
            case EMAIL -> Optional.of(Action.CHANGE_EMAIL);

            case PASSWORD -> Optional.of(Action.CHANGE_PASSWORD);
            case USER_ID -> Optional.of(Action.CHANGE_USER_ID);
            default -> Optional.empty();
        };
    }

    /** Where the second click of a form leads whose first one brought a new token: to what the first one led to. */
    static String afterTheFormOf(String path) {
        return path.equals(PASSWORD) ? Notice.PASSWORD_CHANGED.on(OVERVIEW) : "/";
    }
}
