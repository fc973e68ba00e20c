package jp.kenpo.portal.signin;

/** What a signed-in member may only do after proving himself a short while ago. */
public enum Action {
    /** Register one more second factor. */
    ADD_SECOND_FACTOR,
    /** Give a second factor another name, remove it, or be asked for another one first. */
    CHANGE_SECOND_FACTOR,
    /** Make new recovery codes. */
    MAKE_RECOVERY_CODES,
    /** Have mail sent to another address from now on. */
    CHANGE_EMAIL,
    /** Set another password, which takes the present one as well. */
    CHANGE_PASSWORD,
    CHANGE_USER_ID,
    /** Change, as one of the insurer's staff, how a member signs in. */
    HELP_MEMBER,
    /** Change, as one of the insurer's staff, who is a member. */
    IMPORT_MEMBERS,
    /** Change, as one of the insurer's staff, who else is. */
    CHANGE_STAFF,
    /** Write, as one of the insurer's staff, to members. */
    MAKE_LETTERS,
    /** Have something hold for all members, or be said to them, as one of the insurer's staff. */
    PUBLISH,
    /** Decide, as one of the insurer's staff, how it shows itself and how its members sign in. */
    CHANGE_SETTINGS
}
