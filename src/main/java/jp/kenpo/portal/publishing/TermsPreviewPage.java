package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDifference;
import jp.kenpo.portal.terms.TermsDraft;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** M3 規約: what the next terms will look like, and where they are published or thrown away. */
@Named
@RequestScoped
public class TermsPreviewPage {

    @Inject
    Terms terms;

    @Inject
    TermsDrafts drafts;

    @Inject
    TermsDesk desk;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    Preferences preferences;

    @Inject
    ShownLanguage shown;

    @Inject
    DateText dates;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<TermsDraft> draft;
    private @Nullable TermsDifference difference;
    private @Nullable List<String> lacks;

    /** Publishes what was shown. */
    public void publish() {
        Change outcome = desk.publish(visit.insurer(), visit.caller(), getSeen());
        if (outcome instanceof Change.Refused refused) {
            errors.at("button-publish", refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.TERMS_PUBLISHED.on(StaffPages.TERMS)
                            : StaffPages.TERMS_PUBLISH);
        }
    }

    /** Throws away what was shown; what somebody else wrote meanwhile stays. */
    public void discard() {
        onward.to(
                drafts.discard(visit.insurer(), getSeen())
                        ? Notice.TERMS_DRAFT_DISCARDED.on(StaffPages.TERMS)
                        : StaffPages.TERMS);
    }

    /** The draft; null where there is none. */
    public @Nullable TermsDraft getDraft() {
        if (draft == null) {
            draft = drafts.find(visit.insurer());
        }
        return draft.orElse(null);
    }

    private <T> T ofDraft(Function<TermsDraft, T> what) {
        return Optional.ofNullable(getDraft()).map(what).orElseThrow();
    }

    /** The number of the draft that is shown. */
    public long getSeen() {
        return AskedNumber.find(request, AskedNumber.SEEN).orElseGet(() -> ofDraft(TermsDraft::number));
    }

    /** What is missing before it can be published. */
    public List<String> getLacks() {
        if (lacks == null) {
            lacks = ofDraft(present -> drafts.lacks(visit.insurer(), present)).stream()
                    .map(why -> Messages.text(preferences.getLanguage(), why))
                    .toList();
        }
        return lacks;
    }

    /** Whether it is to hold from today on. */
    public boolean isToday() {
        return ofDraft(TermsDraft::wording)
                .effectiveOn()
                .filter(LocalDate.ofInstant(clock.instant(), Clocks.JAPAN)::equals)
                .isPresent();
    }

    /** From when on it is to hold; empty where nobody has said yet. */
    public String getDay() {
        return ofDraft(TermsDraft::wording).effectiveOn().map(dates::day).orElse("");
    }

    public String getChanges() {
        return ofDraft(TermsDraft::wording).changes(shown.get());
    }

    public CommonMarkText getDocument() {
        return ofDraft(TermsDraft::wording).document(shown.get());
    }

    /** What is not as in the terms that hold. */
    public TermsDifference getDifference() {
        if (difference == null) {
            difference = TermsDifference.between(
                    terms.inForce(visit.insurer()).current().text(shown.get()),
                    ofDraft(TermsDraft::wording).text(shown.get()));
        }
        return difference;
    }
}
