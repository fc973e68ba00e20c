package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** The number by which a request is found again in log and audit; a member reads it to the help desk. */
public final class RequestId {

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** Gives the request its number: two groups of four letters and digits. */
    public static void give(HttpServletRequest request, Chance chance) {
        request.setAttribute(ATTRIBUTE, chance.readable(2));
    }

    /** Whether a text, which anybody may have made up, has the shape of such a number. */
    public static boolean isOne(String text) {
        return text.matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
    }

    /** The number that somebody typed, with or without its hyphen, in whatever letters; empty where it is none. */
    public static Optional<String> typed(@Nullable String typed) {
        String wanted = TypedText.identifier(typed).toUpperCase(Locale.ROOT);
        String written = wanted.matches("[^-]{8}") ? wanted.substring(0, 4) + "-" + wanted.substring(4) : wanted;
        return Optional.of(written).filter(RequestId::isOne);
    }

    /** The request's number. */
    public static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }
}
