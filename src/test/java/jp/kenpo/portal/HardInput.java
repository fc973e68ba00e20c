package jp.kenpo.portal;

import java.util.stream.Stream;

/** Texts that nobody types but anybody can send; no rule may fail on them. */
public final class HardInput {

    private HardInput() {}

    public static Stream<String> texts() {
        int length = 64 * 1024;
        return Stream.of(
                "\u0000",
                "1979\u00000822\u0000",
                "\uD800",
                "\uDC00\uD800",
                "1\uDBFF9",
                "\uFFFF\uFFFE",
                "a".repeat(length),
                "1".repeat(length),
                "-".repeat(length),
                "@".repeat(length),
                "a.".repeat(length / 2),
                "\u3000".repeat(length),
                "\u200B".repeat(length),
                "\u0301".repeat(length),
                // One character that NFKC makes eighteen of.
                "\uFDFA".repeat(length));
    }
}
