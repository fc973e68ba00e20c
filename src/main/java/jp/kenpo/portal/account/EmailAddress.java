package jp.kenpo.portal.account;

import java.util.Locale;
import java.util.regex.Pattern;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail can be sent to.
 *
 * <p>Addresses that RFC 5321 forbids are in use at Japanese phone companies ({@code a..b.@docomo.ne.jp}), so
 * the part before the {@code @} is hardly judged: whether the address works, the confirmation code shows.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[!#$%&'*+/=?^_`{|}~.A-Za-z0-9-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    /** Reads what a member typed; the domain in lower case. */
    public static Parsed<EmailAddress> parse(@Nullable String typed) {
        String text = TypedText.compact(typed);
        if (text.isEmpty()) {
            return Parsed.refused("email.missing");
        }
        int at = text.lastIndexOf('@');
        String address = text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && SHAPE.matcher(address).matches()
                ? Parsed.of(new EmailAddress(address))
                : Parsed.refused("email.shape");
    }

    /** By which it is found again: whoever writes to it need not mind capitals, though a mail server might. */
    public String lowerCase() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * As much of it as its owner needs to know which it is, such as {@code h***@e***.jp}: what is shown before the second
     * factor, and to whoever else may have the password.
     */
    public String masked() {
        int at = value.lastIndexOf('@');
        return value.charAt(0) + "***@" + value.charAt(at + 1) + "***" + value.substring(value.lastIndexOf('.'));
    }

    @Override
    public String toString() {
        return value;
    }
}
