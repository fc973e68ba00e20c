package jp.kenpo.portal.audit;

import java.util.Optional;

/** A seal as the log tells of it. @param text all of it, as {@link AuditSeal#head} makes it */
record LoggedHead(long number, String text) {

    private static final String SHAPE = "[1-9][0-9]{0,17}:[A-Za-z0-9_-]{1,200}";

    /** Empty where the text is none. */
    static Optional<LoggedHead> parse(String text) {
        return text.matches(SHAPE)
                ? Optional.of(new LoggedHead(Long.parseLong(text.substring(0, text.indexOf(':'))), text))
                : Optional.empty();
    }
}
