package jp.kenpo.portal.administration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.member.WrittenDate;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What of the record is asked for; what is empty leaves nothing out.
 *
 * @param from the first day, in Japan's time
 * @param until the last day
 * @param accountId whom it concerns: a user ID is nothing for an address
 */
record AuditFilter(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<AuditEvent> event,
        Optional<Long> accountId,
        Optional<String> reference) {

    /** As an address has it. What nobody could have chosen leaves nothing out, and the page's fields show that. */
    static AuditFilter of(UnaryOperator<@Nullable String> parameter) {
        return new AuditFilter(
                day(parameter.apply("from")),
                day(parameter.apply("until")),
                event(parameter.apply("event")),
                AskedNumber.read(parameter.apply(StaffPages.ACCOUNT)),
                RequestId.typed(parameter.apply("reference")));
    }

    static Optional<LocalDate> day(@Nullable String written) {
        return WrittenDate.read(written, Optional::of, fault -> Optional.empty());
    }

    static Optional<AuditEvent> event(@Nullable String key) {
        return Arrays.stream(AuditEvent.values())
                .filter(event -> key(event).equals(key))
                .findFirst();
    }

    /** Names an event in texts and addresses. */
    static String key(AuditEvent event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As {@link #of} reads it, such as {@code ?from=2026-11-01&event=password-changed}; nothing where nothing is left out. */
    String query() {
        Map<String, Optional<String>> parameters = new LinkedHashMap<>();
        parameters.put("from", from.map(LocalDate::toString));
        parameters.put("until", until.map(LocalDate::toString));
        parameters.put("event", event.map(AuditFilter::key));
        parameters.put(StaffPages.ACCOUNT, accountId.map(Object::toString));
        parameters.put("reference", reference);
        String query = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().isPresent())
                .map(parameter ->
                        parameter.getKey() + "=" + parameter.getValue().orElseThrow())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
