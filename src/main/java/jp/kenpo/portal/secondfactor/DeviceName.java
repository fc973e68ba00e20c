package jp.kenpo.portal.secondfactor;

import java.util.Collection;
import java.util.List;
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

    /**
     * Reads what a member typed as another name of one of his devices, which tells it from the rest of them.
     *
     * @param typed nothing for the name that it has
     */
    public static Parsed<DeviceName> parse(
            @Nullable String typed, SecondFactorDevice device, List<SecondFactorDevice> all) {
        Parsed<DeviceName> name = parse(typed, device.name());
        List<String> others = all.stream()
                .filter(other -> !other.key().equals(device.key()))
                .map(SecondFactorDevice::name)
                .toList();
        return name instanceof Parsed.Value<DeviceName> chosen
                        && others.contains(chosen.value().value())
                ? Parsed.refused("device-name.taken", unused(chosen.value().value(), others))
                : name;
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
