package jp.kenpo.portal.account;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why staff help a member, or look at him. */
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
    SUPPORT_CODE,
    /** He, or somebody for him, called. */
    CALLED,
    /** He came to them. */
    CAME,
    /** He wrote to them. */
    WROTE,
    /** They see for themselves that all is right. */
    CHECKED,
    /** Another of them wants something done for him. */
    APPROVAL,
    /** They read the record of what happened to him. */
    AUDIT;

    /** Why they help him; for each they have recognised him. */
    public static final Set<HelpReason> OF_HELP =
            Collections.unmodifiableSet(EnumSet.range(LOST_DEVICE, WRONG_ADDRESS));

    /** Why they look at him, where nothing that they do says so. */
    public static final Set<HelpReason> OF_LOOKS = Collections.unmodifiableSet(EnumSet.range(CALLED, CHECKED));

    /** Names it in texts and in the record. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
