package jp.kenpo.portal.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number of the draft that a form was made from, which it brings along: another may have been saved since. */
final class SeenDraft {

    private SeenDraft() {}

    /** What the form brings; empty where there is no form. */
    static Optional<Integer> of(HttpServletRequest request) {
        return number(request.getParameter("draft"));
    }

    /** A number as an address or a form has it; empty where it is none. */
    static Optional<Integer> number(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(sent)) : Optional.empty();
    }
}
