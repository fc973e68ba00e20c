package jp.kenpo.portal.mail;

import java.util.Locale;

/** The mails that the portal writes; subject and body stand in the bundle {@code mail}. */
public enum MailTemplate {
    /** The code that shows that an address works: insurer, code, minutes of its life. */
    EMAIL_CODE,
    /** The code for whoever has none of his devices any more: insurer, code, minutes of its life. */
    LOST_DEVICE_CODE,
    /** The code for whoever's second factors were taken away by staff: insurer, code, minutes of its life. */
    ENROLMENT_CODE,
    /**
     * From some time on a password and a code by mail let in: insurer, when it was asked for, from when, the link that
     * stops it, telephone, its hours.
     */
    ACCOUNT_RECOVERY_BEGUN,
    /** The link by which a forgotten password is replaced: insurer, the link, minutes of its life, telephone, its hours. */
    PASSWORD_RESET_LINK,
    /** The link by which one of the insurer's staff sets his first password: insurer, the link, days of its life, user ID. */
    STAFF_INVITED,
    /** How the initial password is made up, for whoever forgot it: insurer, telephone, its hours. */
    INITIAL_PASSWORD_REMINDER,
    /** The same where it is printed in a letter. */
    INITIAL_PASSWORD_IN_LETTER,
    /** The user ID, for whoever forgot it: insurer, user ID, branch of the member's number, telephone, its hours. */
    USER_ID_REMINDER,
    /** A password was set: insurer, when, the insurer's telephone and its hours; so have all that follow. */
    PASSWORD_CHANGED,
    /** An authenticator app or a passkey was added. */
    SECOND_FACTOR_ADDED,
    SECOND_FACTOR_REMOVED,
    /** The insurer's staff took all of them away. */
    SECOND_FACTORS_RESET,
    /** The insurer's staff ended all that the member was signed in by. */
    SESSIONS_ENDED_BY_STAFF,
    /** The insurer's staff let him try again at once. */
    UNLOCKED_BY_STAFF,
    /** The insurer's staff took his own password away, so that the initial one works again. */
    PASSWORD_RESET_BY_STAFF,
    /** The same where another initial password comes in a letter. */
    PASSWORD_RESET_BY_LETTER,
    /** The insurer's staff entered another address for him. */
    EMAIL_CORRECTED_BY_STAFF,
    /** The insurer's staff had a letter with his user ID made. */
    LETTER_MADE_BY_STAFF,
    /** A new sheet of recovery codes was made. */
    RECOVERY_CODES_MADE,
    /** Somebody signed in with a recovery code. */
    RECOVERY_CODE_USED,
    /** The waiting recovery was stopped. */
    ACCOUNT_RECOVERY_STOPPED,
    /** Somebody signed in without any of the devices, after the wait. */
    ACCOUNT_RECOVERED,
    USER_ID_CHANGED,
    /** Another address is the account's now. */
    EMAIL_CHANGED,
    /** The member said that somebody else was at his account. */
    REPORTED,
    /** The same, to the insurer's own staff, and nothing of the member: insurer, when, reference number. */
    INSURER_TOLD,
    /** One of the staff alone opens members' accounts again, to the other managers: insurer, when, who decided so. */
    APPROVAL_GIVEN_UP,
    /** For the address that it took the place of: insurer, when, the link back, days of its life, telephone, its hours. */
    EMAIL_REPLACED,
    /** By that link the former address is the account's again. */
    EMAIL_RESTORED,
    /** Somebody tried many times in vain: as those of the member's changes. */
    MANY_REFUSALS;

    /** The first part of its texts' keys, such as {@code mail.email-code}. */
    String key() {
        return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
