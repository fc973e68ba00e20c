package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.helpdesk.MemberSearch.Query;
import jp.kenpo.portal.helpdesk.MemberSearch.Trace;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.selfservice.HistoryWord;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.RequestId;
import org.jspecify.annotations.Nullable;

/** M2 窓口: where staff find the member whom they are to help. */
@Named
@RequestScoped
public class HelpDeskPage {

    private static final String ANSWER = "administration.answer.";

    /** Nothing became of it yet, or nothing that has a sentence. */
    private static final String ASKED = "asked";

    /** What became of a request for mail, as the record names it and the page has a sentence for it. */
    public static final Set<String> ANSWERS = Set.of(
            ASKED,
            "nobody",
            "membership-ended",
            "initial-password-expired",
            "no-address",
            "sent-before",
            "given-up",
            "link-sent",
            "reminded");

    @Inject
    MemberSearch search;

    @Inject
    CurrentVisit visit;

    @Inject
    FieldErrors errors;

    @Inject
    Clock clock;

    private @Nullable String userId;
    private @Nullable String symbol;
    private @Nullable String number;
    private @Nullable String birthDate;
    private @Nullable String kana;
    private @Nullable String reference;
    private @Nullable List<Helped> members;
    private @Nullable List<Trace> traces;

    /** Searches by the first field that is filled in. */
    public void search() {
        if (!TypedText.compact(reference).isEmpty()) {
            searchByReference();
        } else if (!UserId.typed(userId).isMissing()) {
            members = search.find(visit.insurer(), visit.caller(), new Query.OfUserId(UserId.typed(userId)));
        } else if (!TypedText.compact(birthDate).isEmpty()
                || !TypedText.compact(kana).isEmpty()) {
            searchByBirthDate();
        } else {
            searchByNumber(TypedText.identifier(symbol), TypedText.identifier(number));
        }
    }

    private void searchByReference() {
        RequestId.typed(reference)
                .ifPresentOrElse(
                        wanted -> traces = search.trace(visit.insurer(), visit.caller(), wanted),
                        () -> errors.at("reference", Refusal.of("reference.shape")));
    }

    private void searchByBirthDate() {
        Parsed<BirthDate> born = BirthDate.parse(birthDate, LocalDate.ofInstant(clock.instant(), Clocks.JAPAN));
        born.<Optional<BirthDate>>either(Optional::of, why -> {
                    errors.at("searched-birth-date", why);
                    return Optional.empty();
                })
                .ifPresent(day -> members =
                        search.find(visit.insurer(), visit.caller(), new Query.OfBirthDate(day, TypedText.line(kana))));
    }

    /** Whether there may be more than are shown. */
    public boolean isMaybeMore() {
        return getMembers().size() == MemberSearch.MOST;
    }

    private void searchByNumber(String typedSymbol, String typedNumber) {
        if (typedSymbol.isEmpty() && typedNumber.isEmpty()) {
            errors.at("searched-user-id", Refusal.of("search.nothing"));
        } else if (typedSymbol.isEmpty()) {
            errors.at("symbol", Refusal.of("symbol.missing"));
        } else if (typedNumber.isEmpty()) {
            errors.at("number", Refusal.of("number.missing"));
        } else {
            members = search.find(visit.insurer(), visit.caller(), new Query.OfNumber(typedSymbol, typedNumber));
        }
    }

    /** Whether anything was searched for. */
    public boolean isSearched() {
        return members != null || traces != null;
    }

    /** Whether it was searched for in vain. */
    public boolean isNobody() {
        return isSearched() && getMembers().isEmpty() && getTraces().isEmpty();
    }

    public List<Helped> getMembers() {
        return members == null ? List.of() : members;
    }

    public List<Trace> getTraces() {
        return traces == null ? List.of() : traces;
    }

    /** The key of the sentence that says what happened. */
    public String sentence(Trace trace) {
        if (trace.event() == AuditEvent.RECOVERY_ANSWERED && ANSWERS.contains(trace.detail())) {
            return ANSWER + trace.detail();
        }
        return HistoryWord.of(trace.event())
                .map(word -> "member_history." + word.key())
                .orElse(ANSWER + ASKED);
    }

    public @Nullable String getUserId() {
        return userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public @Nullable String getSymbol() {
        return symbol;
    }

    public void setSymbol(@Nullable String symbol) {
        this.symbol = symbol;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable String birthDate) {
        this.birthDate = birthDate;
    }

    public @Nullable String getKana() {
        return kana;
    }

    public void setKana(@Nullable String kana) {
        this.kana = kana;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }
}
