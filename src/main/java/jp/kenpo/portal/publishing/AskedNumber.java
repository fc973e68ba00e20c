package jp.kenpo.portal.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers that an address or a form brings along. */
final class AskedNumber {

    /** Of a form: which saving of a draft it was made from; another may have been saved since. */
    static final String SEEN = "seen";

    private AskedNumber() {}

    /** What is counted, such as versions; empty where nothing or no such number is sent. */
    static Optional<Integer> find(HttpServletRequest request, String parameter) {
        return read(request.getParameter(parameter));
    }

    /** The same of what was sent before. */
    static Optional<Integer> read(@Nullable String sent) {
        return shaped(sent, "[0-9]{1,9}").map(Integer::valueOf);
    }

    /** By what a row is known; 0 is nothing's, and what is sent where no number is. */
    static long id(HttpServletRequest request, String parameter) {
        return readId(request.getParameter(parameter));
    }

    /** The same of what was sent before. */
    static long readId(@Nullable String sent) {
        return shaped(sent, "[0-9]{1,18}").map(Long::valueOf).orElse(0L);
    }

    private static Optional<String> shaped(@Nullable String sent, String shape) {
        return sent != null && sent.matches(shape) ? Optional.of(sent) : Optional.empty();
    }
}
