package jp.kenpo.portal.secondfactor;

import java.util.Locale;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * One of the codes that a member keeps on paper for the day on which he has none of his devices.
 *
 * @param value twelve letters and digits without hyphens
 */
public record RecoveryCode(String value) {

    /** Its groups of four. */
    static final int GROUPS = 3;

    /** Reads what a member typed; small letters, hyphens and blanks are no mistake. */
    public static Parsed<RecoveryCode> parse(@Nullable String typed) {
        String code = TypedText.code(typed).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return Parsed.refused("recovery-code.missing");
        }
        return code.matches("[2-9A-HJKMNP-TV-Z]{12}")
                ? Parsed.of(new RecoveryCode(code))
                : Parsed.refused("recovery-code.shape");
    }

    /** As it stands on the sheet: {@code ABCD-EFGH-JKMN}. */
    public String inGroups() {
        return value.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** Says nothing of the code, so that no log can. */
    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
