package jp.kenpo.portal.signin;

import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** Six digits as an authenticator app shows them, in groups or not. */
public record OneTimePassword(String digits) {

    /** Reads what a member typed; hyphens, spaces and full-width digits are no mistake. */
    public static Parsed<OneTimePassword> parse(@Nullable String typed) {
        String code = TypedText.code(typed);
        if (code.isEmpty()) {
            return Parsed.refused("one-time-password.missing");
        }
        return code.matches("[0-9]{6}")
                ? Parsed.of(new OneTimePassword(code))
                : Parsed.refused("one-time-password.shape");
    }

    /** Says nothing of the digits, so that no log can. */
    @Override
    public String toString() {
        return "OneTimePassword[hidden]";
    }
}
