package jp.kenpo.portal.secondfactor;

import java.util.Collection;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** What a member calls a device, to tell it from his others when he changes phones. */
public record DeviceName(String value) {

    /** The greatest number of characters. */
    public static final int LONGEST = 30;

    /**
     * Reads what a member typed.
     *
     * @param otherwise taken where nothing was typed
     */
    public static Parsed<DeviceName> parse(@Nullable String typed, String otherwise) {
        String name = TypedText.line(typed);
        if (name.isEmpty()) {
            return Parsed.of(new DeviceName(otherwise));
        }
        return name.codePointCount(0, name.length()) > LONGEST
                ? Parsed.refused("device-name.too-long", LONGEST)
                : Parsed.of(new DeviceName(name));
    }

    /** A name that none of the others has: the wished one, or the same with a number behind it. */
    public static String unused(String wished, Collection<String> others) {
        String name = wished;
        for (int number = 2; others.contains(name); number++) {
            name = wished + " " + number;
        }
        return name;
    }

    @Override
    public String toString() {
        return value;
    }
}
