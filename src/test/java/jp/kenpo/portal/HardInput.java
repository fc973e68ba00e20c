package jp.kenpo.portal;

import java.util.stream.Stream;

/** Texts that nobody types but anybody can send; no rule may fail on them. */
public final class HardInput {

    private HardInput() {}

    /** Texts that mean something to what is behind a page, or to the browser before it, if they get through. */
    public static Stream<String> injections() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg/onload=alert(1)>",
                "</textarea></title><script>alert(1)</script>",
                "javascript:alert(1)",
                "#{48611*104729}",
                "${48611*104729}",
                "#{visit.caller().account()}",
                "${jndi:ldap://127.0.0.1:1/a}",
                "{0} {1} %s %n %x",
                "' or '1'='1",
                "'; drop table account; --",
                "../../../../etc/passwd",
                "..\\..\\windows\\win.ini",
                "file:///etc/passwd",
                "a\r\nSet-Cookie: planted=1",
                "a\r\n\r\n<html>",
                "=cmd|' /C calc'!A0",
                // Turned around, isolated, and never ended.
                "\u202Egnp.exe\u202C",
                "\u2066\u2067\u2068a",
                "\uFEFFa\u200Fb\u200Ec",
                "&lt;script&gt; &amp;amp; &#0;",
                "\u0007\u001B[31m");
    }

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
