package jp.kenpo.portal.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that explains why the member finds himself on a page. It travels as a name in the address, never
 * as text, so nobody can put words of his own into the portal's mouth.
 */
public enum Notice {
    /** An old form was sent: what it asked is done already. */
    STEP_PASSED,
    /** The visit is not known any more: it ended long ago, or in another tab. */
    SESSION_OVER,
    /** The visit was ended from another device, or by a change of the password. */
    ENDED_ELSEWHERE,
    SIGNED_OUT,
    /** A new password took the place of the forgotten one. */
    PASSWORD_RESET,
    /** Something needs a second factor that was shown a short while ago. */
    PROVE_AGAIN,
    EMAIL_CODE_RESENT,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_KEPT,
    /** Whoever had none of his devices any more was let in. */
    ACCOUNT_RECOVERED,
    /** Nobody waits any more for being let in without the member's devices. */
    RECOVERY_STOPPED,
    /** Staff stopped the waiting for being let in without a member's devices. */
    RECOVERY_STOPPED_FOR_MEMBER,
    /** Staff took a member's second factors away. */
    SECOND_FACTORS_RESET,
    /** Staff ended all that a member was signed in by. */
    SESSIONS_ENDED_FOR_MEMBER,
    /** Staff asked that somebody else of them do something for a member. */
    HELP_ASKED_FOR,
    /** Staff did what somebody else asked for. */
    HELP_APPROVED,
    /** The same, and a letter is to be printed. */
    HELP_APPROVED_WITH_LETTER,
    /** Staff had it not done. */
    HELP_DECLINED,
    /** Staff ended the visit whose code its member read to them. */
    VISIT_ENDED_FOR_MEMBER,
    /** Staff let a member try again at once. */
    MEMBER_UNLOCKED,
    /** Staff took a member's own password away. */
    PASSWORD_RESET_FOR_MEMBER,
    /** Staff entered another address for a member. */
    EMAIL_CORRECTED,
    /** A manager invited one of the staff. */
    STAFF_INVITED,
    /** A manager gave one of the staff another role. */
    STAFF_ROLE_CHANGED,
    /** A manager had one of the staff sign in no more. */
    STAFF_STOPPED,
    /** Staff had letters made, of which all are there. */
    LETTERS_MADE,
    /** The same, but there may be more to be made. */
    LETTERS_MADE_IN_PART,
    /** Staff had a letter made for a member. */
    LETTER_MADE,
    /** Whom the letters were for that staff wanted to print has a password of his own by now, or another letter. */
    NO_LETTERS_LEFT,
    /** A manager had letters say something else. */
    LETTER_WORDS_SAVED,
    /** A manager had new terms announced. */
    TERMS_PUBLISHED,
    /** A manager took them back before their day. */
    TERMS_TAKEN_BACK,
    /** A manager threw away what he had written for the next ones. */
    TERMS_DRAFT_DISCARDED,
    /** A manager had members told something. */
    NOTICE_PUBLISHED,
    /** A manager took it back. */
    NOTICE_TAKEN_BACK,
    /** A manager threw away what he had written. */
    NOTICE_DRAFT_DISCARDED,
    /** A manager decided something for the insurer. */
    SETTINGS_SAVED,
    /** Staff asked for a look at the seals of the record. */
    AUDIT_CHECK_ASKED,
    /** A file did not arrive whole. */
    FILE_NOT_RECEIVED,
    /** Staff took the code that a member read to them. */
    DESK_CODE_TAKEN,
    EMAIL_CONFIRMED,
    DEVICE_RENAMED,
    DEVICE_REMOVED,
    /** The member is asked for the second factor first that he wants to be. */
    PREFERRED_METHOD_SAVED,
    /** Another device of the member's was signed out. */
    SESSION_ENDED,
    OTHER_SESSIONS_ENDED,
    /** One of the devices that the member signed in with is a stranger again. */
    KNOWN_DEVICE_FORGOTTEN,
    KNOWN_DEVICES_FORGOTTEN,

    /** The member has read what the insurer tells. */
    NOTICE_READ,

    /** A signed-in member set another password. */
    PASSWORD_CHANGED,
    /** The user ID is what the member wanted it to be; perhaps it was already. */
    USER_ID_SAVED,
    /** The device has a passkey of this account already, so nothing is left to do. */
    ALREADY_REGISTERED;

    /** The parameter that carries it. */
    public static final String PARAMETER = "notice";

    /** The address of a page with the notice on it. */
    public String on(String page) {
        return page + (page.contains("?") ? "&" : "?") + PARAMETER + "=" + code();
    }

    /** The notice that an address carries. */
    public static Optional<Notice> find(@Nullable String sent) {
        return Arrays.stream(values())
                .filter(notice -> notice.code().equals(sent))
                .findFirst();
    }

    /** The key of its sentence. */
    public String key() {
        return "layout.notice." + code();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
