package jp.kenpo.portal.secondfactor;

import java.util.Locale;
import jp.kenpo.portal.platform.Refusal;

/** Why a passkey was not made, or did not sign its member in: what the browser says, or what is wrong with the answer. */
public enum PasskeyFailure {
    /** The member closed the dialog, or its time ran out; browsers do not tell one from the other. */
    CANCELLED,
    /** The authenticator has a passkey of this account already. */
    ALREADY_REGISTERED,
    /** The browser or the device cannot do it. */
    NOT_SUPPORTED,
    /** The page was opened at an address to which passkeys are not bound, such as an IP address. */
    WRONG_ADDRESS,
    /** No answer came with the form: the page's script does not run. */
    NO_SCRIPT,
    /** The portal could not be asked for a challenge. */
    UNREACHABLE,
    /** The challenge is too old, was used before, or was made for another browser, host, account or ceremony. */
    STALE,
    /** The authenticator did not ask for face, fingerprint or screen lock. */
    USER_NOT_VERIFIED,
    /** Nobody has this passkey, or nobody any more. */
    UNKNOWN_KEY,
    /** The passkey is another insurer's, or another member's than the one who is signing in. */
    FOREIGN_KEY,
    /** The signature counter went back: there may be a copy of the key (WebAuthn L3 § 6.1.1). */
    COUNTER_WENT_BACK,
    /** Anything else that a relying party checks, or an answer that cannot be read. */
    INVALID;

    /** What a browser's script reports. @param reported the name of a DOMException (WebIDL § 2.8.1) */
    static PasskeyFailure reported(String reported) {
        return switch (reported) {
            case "NotAllowedError", "AbortError", "TimeoutError", "OperationError" -> CANCELLED;
            case "InvalidStateError" -> ALREADY_REGISTERED;
            case "NotSupportedError", "ConstraintError" -> NOT_SUPPORTED;
            case "SecurityError" -> WRONG_ADDRESS;
            case "NetworkError" -> UNREACHABLE;
            default -> INVALID;
        };
    }

    /** The sentence that says the cause and what to do. */
    public Refusal refusal() {
        return Refusal.of("passkey." + code());
    }

    /** For the record: lower case, with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
