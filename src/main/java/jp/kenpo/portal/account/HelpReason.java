package jp.kenpo.portal.account;

import java.util.Locale;

/** Why staff help a member. */
public enum HelpReason {
    /** None of his devices is at hand any more. */
    LOST_DEVICE,
    /** He has another telephone, and the former one is gone. */
    NEW_DEVICE,
    /** He fears that somebody else is at his account. */
    STRANGER,
    /** What the insurer wrote to him about how to log in for the first time never came, or is not at hand any more. */
    NO_LETTER,
    /** He mistyped so often that the portal takes no more of it from him for a while. */
    MISTYPED,
    /** He has forgotten his password and cannot be sent a link. */
    FORGOTTEN_PASSWORD,
    /** What is sent to his address does not reach him. */
    WRONG_ADDRESS,
    /** He read the code of his visit to them. */
    SUPPORT_CODE;

    /** Names it in texts and in the record. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
