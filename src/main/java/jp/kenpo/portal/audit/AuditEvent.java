package jp.kenpo.portal.audit;

/** What can happen that the record keeps (ASVS V16.3). */
public enum AuditEvent {
    PASSWORD_PROVED,
    PASSWORD_REFUSED,
    /** The password was right, but the insurance has ended. */
    MEMBERSHIP_ENDED_REFUSED,
    /** The initial password was right, but its time is over. */
    INITIAL_PASSWORD_EXPIRED_REFUSED,
    /** A passkey signed its member in without a password. */
    PASSKEY_PROVED,
    PASSKEY_REFUSED,
    SECOND_FACTOR_PROVED,
    SECOND_FACTOR_REFUSED,
    RECOVERY_CODE_USED,
    RECOVERY_CODE_REFUSED,
    /** So many failures from one address that it has to wait; what it tries meanwhile is not recorded. */
    ADDRESS_HELD_OFF,
    /** So many failures at one insurer within a short time that somebody is guessing. */
    GUESSING_ALARM,
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    /** One that the member ended from another one of his. */
    SESSION_ENDED,
    /** The member had one of the devices that he signed in with counted as a stranger again. */
    KNOWN_DEVICE_FORGOTTEN,
    /** The same, all but the one with which he asked. */
    KNOWN_DEVICES_FORGOTTEN,
    /** The member said that somebody else was at his account; whether the insurer was told of it by mail. */
    REPORTED_BY_MEMBER,
    BIRTH_DATE_CONFIRMED,
    BIRTH_DATE_REFUSED,
    TERMS_ACCEPTED,
    TERMS_DECLINED,
    USER_ID_CHANGED,
    /** Somebody else has it, or too many were asked after. */
    USER_ID_REFUSED,
    METHOD_CHOSEN,
    /** Which second factor is asked for first. */
    PREFERRED_METHOD_CHANGED,
    PASSWORD_CHANGED,
    /** Somebody asked for mail since he had forgotten his password or user ID; whoever it was. */
    RECOVERY_ASKED,
    /** What became of that: whose account it was, if any, and whether there was an address to write to. */
    RECOVERY_ANSWERED,
    /** Asked for too often. */
    RECOVERY_REFUSED,
    RECOVERY_LINK_USED,
    /** A member without any of his devices was sent a code. */
    LOST_DEVICE_CODE_SENT,
    /** He showed his password and the code, and waits. */
    ACCOUNT_RECOVERY_BEGUN,
    ACCOUNT_RECOVERY_STOPPED,
    /** He waited, showed both again, and was let in. */
    ACCOUNT_RECOVERED,
    /** A member whose second factors were taken away by staff was sent a code. */
    ENROLMENT_CODE_SENT,
    /** He had a code shown to read to staff. */
    DESK_CODE_SHOWN,
    /** By one of the two he may set a new one up; which. */
    ENROLMENT_PROVED,
    /** He can be helped by his insurer alone, and took a number for the telephone. */
    HELP_WANTED,
    EMAIL_ENTERED,
    /** Another code, or one to another address, was asked for too soon. */
    EMAIL_REFUSED,
    EMAIL_TAKEN_BACK,
    EMAIL_CODE_RESENT,
    EMAIL_CONFIRMED,
    EMAIL_CODE_REFUSED,
    /** The owner of the former address had it back by the link that was sent there. */
    EMAIL_RESTORED,
    EMAIL_PUT_OFF,
    FIRST_LOGIN_COMPLETED,
    /** The member went straight on to the second factor instead of logging in again. */
    HAND_OVER_CONTINUED,
    TOTP_DEVICE_ADDED,
    TOTP_SETUP_REFUSED,
    PASSKEY_ADDED,
    PASSKEY_SETUP_REFUSED,
    PASSKEY_RENAMED,
    RECOVERY_CODES_MADE,
    SECOND_FACTOR_RENAMED,
    SECOND_FACTOR_REMOVED,
    /** It was the last one. */
    SECOND_FACTOR_REMOVAL_REFUSED,
    /** Staff searched for members; how many were found. */
    MEMBERS_SEARCHED,
    /** Staff looked at a member; who. */
    MEMBER_LOOKED_AT,
    /** Staff took every second factor of a member away; who, why, and how he was recognised. */
    SECOND_FACTORS_RESET,
    /** Staff stopped somebody's waiting for being let in without the member's devices; the same. */
    RECOVERY_STOPPED_BY_STAFF,
    /** Staff ended all that a member was signed in by; the same. */
    SESSIONS_ENDED_BY_STAFF,
    /** Staff let somebody try again at once who mistyped too often; the same. */
    UNLOCKED_BY_STAFF,
    /** Staff took a member's own password away, so that the initial one works again; the same. */
    PASSWORD_RESET_BY_STAFF,
    /** Staff entered another address for a member; the same. */
    EMAIL_CORRECTED_BY_STAFF,
    /** Staff took the code that a member read to them; who. */
    DESK_CODE_TAKEN,
    /** It was another one, or none was awaited. */
    DESK_CODE_REFUSED,
    /** A manager invited one of the staff, also once more; who. */
    STAFF_INVITED,
    /** A manager gave one of the staff another role; who, and which. */
    STAFF_ROLE_CHANGED,
    /** A manager had one of the staff sign in no more; who. */
    STAFF_STOPPED,
    /** Staff brought a file of members; who, and how many rows. */
    ROSTER_BROUGHT,
    /** Staff had it taken over; who, and which import. */
    ROSTER_RUN,
    /** Staff had put back what it changed; the same. */
    ROSTER_UNDONE,
    /** Staff took lines of the record away as a file; who. */
    AUDIT_EXPORTED,
    /** Staff had letters made, or one for a member; who, which batch, and how many. */
    LETTERS_MADE,
    /** Staff took letters away as a file; the same. */
    LETTERS_TAKEN,
    /** A manager had letters say something else; who. */
    LETTER_WORDS_CHANGED,
    /** A manager had new terms announced; who, which version, from when on, and whether members are asked again. */
    TERMS_PUBLISHED,
    /** A manager took them back before their day; who, and which version. */
    TERMS_TAKEN_BACK,
    /** Staff took away as a file who accepted a version; the same. */
    TERMS_ACCEPTANCES_TAKEN,
    /** A manager had members told something; who, and which notice. */
    NOTICE_PUBLISHED,
    /** A manager took it back; the same. */
    NOTICE_TAKEN_BACK,
    /** A manager decided something for the insurer; who, and which settings. */
    SETTINGS_CHANGED,
    /** Staff looked at the visit whose code its member read to them; who. */
    SUPPORT_CODE_TAKEN,
    /** Staff entered one that is on nobody's screen; who. */
    SUPPORT_CODE_REFUSED,
    /** Staff asked that somebody else of them do something for a member; who, why, and what. */
    HELP_ASKED_FOR,
    /** Staff had it not done; the same. */
    HELP_DECLINED
}
