package jp.kenpo.portal.insurer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The square around a drawing, as an SVG view box (SVG 2 § 8.6): a drawing that is none is put in its middle. */
final class Square {

    /** What is longer than this many times its height would be a line beside the insurer's name. */
    static final int LONGEST_RATIO = 4;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?(px|pt|mm)?");

    private Square() {}

    /** The view box of a drawing that says its own, or else how wide and how high it is; empty if it says neither. */
    static Optional<String> around(@Nullable String viewBox, @Nullable String width, @Nullable String height) {
        if (viewBox != null) {
            String[] parts = viewBox.strip().split("[\\s,]+");
            return parts.length == 4 && Stream.of(parts).allMatch(NUMBER.asMatchPredicate())
                    ? around(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]))
                    : Optional.empty();
        }
        return isLength(width) && isLength(height)
                ? around(0, 0, number(width.replaceAll("[a-z]", "")), number(height.replaceAll("[a-z]", "")))
                : Optional.empty();
    }

    private static Optional<String> around(double left, double top, double width, double height) {
        double side = Math.max(width, height);
        return Math.min(width, height) > 0 && side <= LONGEST_RATIO * Math.min(width, height)
                ? Optional.of(plain(left - (side - width) / 2) + " " + plain(top - (side - height) / 2) + " "
                        + plain(side) + " " + plain(side))
                : Optional.empty();
    }

    private static boolean isLength(@Nullable String text) {
        return text != null && LENGTH.matcher(text.strip()).matches();
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }

    /** Without an exponent, and without a point where none is needed. */
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
