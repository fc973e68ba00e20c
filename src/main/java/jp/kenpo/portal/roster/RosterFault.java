package jp.kenpo.portal.roster;

import java.util.List;
import jp.kenpo.portal.platform.Refusal;

/**
 * Why a row cannot be taken.
 *
 * @param line of the file on which the row begins, the first being 1
 */
public record RosterFault(long line, RosterColumn column, Refusal why) {

    /** As it is kept. @param argument what the refusal names; empty for nothing */
    static RosterFault of(long line, RosterColumn column, String refusal, String argument) {
        List<Object> arguments = argument.isEmpty() ? List.of() : List.of(argument);
        return new RosterFault(line, column, new Refusal(refusal, arguments));
    }

    /** What the refusal names, at most one thing; empty for nothing. */
    String argument() {
        return why.arguments().isEmpty() ? "" : why.arguments().get(0).toString();
    }
}
