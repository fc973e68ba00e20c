package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** What each request of members asks of the database, written down as it is made. */
final class Ledger {

    /** What a plan says of a table that no index leads into. */
    static final String READ_THROUGH = "tableScan";

    private final StatementTrace trace;
    private final List<Line> lines = new ArrayList<>();
    private Newcomer member;
    private String circumstance = "";

    Ledger(StatementTrace trace, Newcomer member) {
        this.trace = trace;
        this.member = member;
    }

    /**
     * One request.
     *
     * @param request such as {@code POST /first-login/terms.xhtml button-agree}
     * @param asked the statements, in their order
     */
    record Line(String request, List<String> asked) {

        static final String NUMBERS = " *[0-9]+  [0-9]+  ";

        long statements() {
            return asked.size() - commits();
        }

        long commits() {
            return Collections.frequency(asked, StatementTrace.COMMIT);
        }

        /** Statements, commits and the request. */
        @Override
        public String toString() {
            return "%2d  %d  %s".formatted(statements(), commits(), request);
        }

        private String inFull() {
            return this + "\n    " + String.join("\n    ", asked);
        }
    }

    /** Goes on with another member. */
    Ledger as(Newcomer other) {
        member = other;
        return this;
    }

    /** What tells the next request from others of the same form. */
    Ledger when(String what) {
        circumstance = ", " + what;
        return this;
    }

    Answer get(String page) {
        return ask(WireRequest.get(page));
    }

    Answer post(String address, String form) {
        return ask(WireRequest.post(address, form));
    }

    /** What the member sends to take a step. */
    Answer take(String step) {
        return ask(member.formOf(step));
    }

    /** Fills the form of a page, and presses the button. */
    Answer press(String page, String button, String... namesAndValues) {
        return ask(member.filled(page, button, namesAndValues));
    }

    Answer ask(WireRequest request) {
        trace.use(member);
        AtomicReference<Answer> answer = new AtomicReference<>();
        List<String> asked = trace.during(() -> answer.set(member.visitor().ask(request)));
        assertThat(answer.get().status()).as("%s", request).isLessThan(500);
        String button = request.button().isEmpty() ? "" : " " + request.button();
        lines.add(new Line(request.toString().split("[?]")[0] + button + circumstance, asked));
        circumstance = "";
        return answer.get();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Holds a journey to its section of the table; where they differ, the statements are said. None of them reads a table
     * through from end to end.
     */
    void hold(String journey) throws IOException {
        assertThat(lines.stream().flatMap(line -> line.asked().stream()).distinct())
                .filteredOn(statement -> trace.plan(statement).contains(READ_THROUGH))
                .isEmpty();
        List<String> expected = StatementTable.of(journey);
        assertThat(lines)
                .as(() -> lines.stream()
                        .filter(line -> !expected.contains(line.toString()))
                        .map(Line::inFull)
                        .collect(Collectors.joining("\n", "\n", "\n")))
                .extracting(Line::toString)
                .isEqualTo(expected);
    }
}
