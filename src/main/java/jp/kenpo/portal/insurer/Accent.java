package jp.kenpo.portal.insurer;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * The colour of the line above every page of an insurer.
 *
 * @param value {@code #rrggbb} in small letters
 */
public record Accent(String value) {

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");

    /** What has to be seen, and is no text, stands out this much from its ground (WCAG 2.2 § 1.4.11). */
    private static final double LEAST_CONTRAST = 3;

    private static final int STEPS = 255;

    private static final Accent WHITE = new Accent("#ffffff");
    private static final Accent BLACK = new Accent("#000000");

    /** What pages are on where the browser wants them dark, as {@code tokens.css} has it. */
    private static final Accent DARK_GROUND = new Accent("#1e242c");

    public Accent {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An accent is #rrggbb, not " + value);
        }
    }

    /** Reads what a manager typed, with or without its {@code #}; refused if too light to be seen on white. */
    public static Parsed<Accent> parse(@Nullable String typed) {
        String text = TypedText.compact(typed).toLowerCase(Locale.ROOT);
        String shaped = text.startsWith("#") ? text : "#" + text;
        if (!SHAPE.matcher(shaped).matches()) {
            return Parsed.refused("accent.shape");
        }
        Accent accent = new Accent(shaped);
        double contrast = accent.contrast(WHITE);
        return contrast < LEAST_CONTRAST
                ? Parsed.refused(
                        "accent.too-light",
                        String.format(Locale.ROOT, "%.1f", Math.floor(contrast * 10) / 10),
                        accent.towards(BLACK, WHITE).value())
                : Parsed.of(accent);
    }

    /** The same on a dark page: lighter, if that is needed for being seen. */
    public Accent onDark() {
        return towards(WHITE, DARK_GROUND);
    }

    /** As little of another colour mixed in as makes it stand out from its ground. */
    private Accent towards(Accent other, Accent ground) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> mixed(other, step))
                .filter(mixture -> mixture.contrast(ground) >= LEAST_CONTRAST)
                .findFirst()
                .orElse(other);
    }

    private Accent mixed(Accent other, int step) {
        StringBuilder mixture = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            int own = channel(i);
            mixture.append(String.format("%02x", own + (other.channel(i) - own) * step / STEPS));
        }
        return new Accent(mixture.toString());
    }

    /** How much two colours stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio). */
    double contrast(Accent other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private double luminance() {
        return 0.2126 * linear(channel(0)) + 0.7152 * linear(channel(1)) + 0.0722 * linear(channel(2));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private int channel(int place) {
        int from = 1 + 2 * place;
        return Integer.parseInt(value, from, from + 2, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}
