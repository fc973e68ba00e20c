package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers that an address or a form brings along. */
public final class AskedNumber {

    /** Of a form: which saving of a draft it was made from; another may have been saved since. */
    public static final String SEEN = "seen";

    /** Nothing has this number. */
    public static final long NONE = -1;

    private AskedNumber() {}

    /** Empty where nothing or no such number is sent. */
    public static Optional<Long> find(HttpServletRequest request, String parameter) {
        return read(request.getParameter(parameter));
    }

    /** The same of what was sent before. */
    public static Optional<Long> read(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(sent)) : Optional.empty();
    }
}
