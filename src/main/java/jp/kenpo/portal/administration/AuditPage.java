package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditCheck;
import jp.kenpo.portal.audit.AuditChecks;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import jp.kenpo.portal.web.RequestId;
import org.jspecify.annotations.Nullable;

/** M5 監査ログ: what happened at the insurer, and whether the record is as it was written. The address says what is shown. */
@Named
@RequestScoped
public class AuditPage {

    private static final int AT_A_TIME = 50;

    /** In the select; no event is called so. */
    private static final String ALL = "all";

    private static final String BEFORE = "before";

    @Inject
    AuditDesk desk;

    @Inject
    AuditChecks checks;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    @Inject
    HttpServletRequest request;

    private @Nullable String from;
    private @Nullable String until;
    private @Nullable String event;
    private @Nullable String userId;
    private @Nullable String reference;
    private @Nullable List<AuditDesk.Line> lines;
    private @Nullable Optional<AuditCheck> latest;
    private @Nullable Boolean checkAwaited;

    /** Shows what the fields ask for. */
    public void filter() {
        AuditFilter asked = new AuditFilter(
                day("audit-from", from),
                day("audit-until", until),
                AuditFilter.event(event),
                account(UserId.typed(userId)),
                RequestId.typed(reference));
        if (asked.until()
                .filter(last -> asked.from().filter(last::isBefore).isPresent())
                .isPresent()) {
            errors.at("audit-until", Refusal.of("audit.order"));
        }
        if (asked.reference().isEmpty() && !TypedText.compact(reference).isEmpty()) {
            errors.at("reference", Refusal.of("reference.shape"));
        }
        if (!errors.isAny()) {
            onward.to(StaffPages.AUDIT + asked.query());
        }
    }

    private Optional<Long> account(UserId wanted) {
        Optional<Long> accountId = desk.accountId(visit.insurer(), wanted);
        if (accountId.isEmpty() && !wanted.isMissing()) {
            errors.at("searched-user-id", Refusal.of("audit.nobody"));
        }
        return accountId;
    }

    private Optional<LocalDate> day(String field, @Nullable String typed) {
        Optional<LocalDate> day = AuditFilter.day(typed);
        if (day.isEmpty() && !TypedText.compact(typed).isEmpty()) {
            errors.at(field, Refusal.of("audit.date"));
        }
        return day;
    }

    /** Has all seals looked at. */
    public void check() {
        checks.ask();
        onward.to(Notice.AUDIT_CHECK_ASKED.on(StaffPages.AUDIT));
    }

    /** Whether a look at the seals is awaited. */
    public boolean isCheckAwaited() {
        if (checkAwaited == null) {
            checkAwaited = checks.isAwaited();
        }
        return checkAwaited;
    }

    /** Whether there was one. */
    public boolean isChecked() {
        return latest().isPresent();
    }

    /** The last one; there was one, or the page does not ask for it. */
    public AuditCheck getCheck() {
        return latest().orElseThrow();
    }

    private Optional<AuditCheck> latest() {
        if (latest == null) {
            latest = checks.latest();
        }
        return latest;
    }

    /** The newest that are asked for, or older ones where the address says so. */
    public List<AuditDesk.Line> getLines() {
        List<AuditDesk.Line> found = found();
        return found.subList(0, Math.min(found.size(), AT_A_TIME));
    }

    /** The address of the next older ones; empty where there are none. */
    public String getOlder() {
        if (found().size() <= AT_A_TIME) {
            return "";
        }
        String query = shown().query();
        long last = found().get(AT_A_TIME - 1).entry().id();
        return StaffPages.AUDIT + (query.isEmpty() ? "?" : query + "&") + BEFORE + "=" + last;
    }

    private List<AuditDesk.Line> found() {
        if (lines == null) {
            Optional<Long> before = AskedNumber.find(request, BEFORE);
            lines = desk.read(visit.insurer(), visit.caller(), shown(), before, AT_A_TIME + 1);
        }
        return lines;
    }

    private AuditFilter shown() {
        return AuditFilter.of(request::getParameter);
    }

    /** The address of all that are asked for as a file. */
    public String getFile() {
        return StaffPages.AUDIT_FILE + shown().query();
    }

    /** The key of what happened. */
    public String event(AuditDesk.Line line) {
        return "administration.audit-event." + AuditFilter.key(line.entry().event());
    }

    public List<Option> getEvents() {
        return Stream.concat(
                        Stream.of(Option.plain(ALL, text.of("administration_audit.all"))),
                        Arrays.stream(AuditEvent.values())
                                .map(AuditFilter::key)
                                .map(key -> Option.plain(key, text.of("administration.audit-event." + key))))
                .toList();
    }

    public String getFrom() {
        return from == null ? shown().from().map(LocalDate::toString).orElse("") : from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public String getUntil() {
        return until == null ? shown().until().map(LocalDate::toString).orElse("") : until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public String getEvent() {
        return event == null ? shown().event().map(AuditFilter::key).orElse(ALL) : event;
    }

    public void setEvent(@Nullable String event) {
        this.event = event;
    }

    public String getUserId() {
        if (userId == null) {
            userId = shown().accountId()
                    .flatMap(id -> desk.userId(visit.insurer(), id))
                    .map(UserId::value)
                    .orElse("");
        }
        return userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public String getReference() {
        return reference == null ? shown().reference().orElse("") : reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }
}
