package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.figures.TermsFigures;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDifference;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** M3 規約: one version that was published, and where it is taken back before its day. The address says which. */
@Named
@RequestScoped
public class TermsVersionPage {

    @Inject
    Terms terms;

    @Inject
    TermsFigures figures;

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
    HttpServletRequest request;

    private @Nullable TermsDifference difference;

    /** Makes a draft of it again. */
    public void takeBack() {
        Change outcome = desk.takeBack(visit.insurer(), visit.caller(), number());
        if (outcome instanceof Change.Refused refused) {
            errors.at("button-take-back", refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.TERMS_TAKEN_BACK.on(StaffPages.TERMS)
                            : StaffPages.TERMS_TAKE_BACK + "?" + StaffPages.VERSION + "=" + number());
        }
    }

    /** Counted from 1; 0 is no version's. */
    private long number() {
        return AskedNumber.find(request, StaffPages.VERSION).orElse(0L);
    }

    private Optional<TermsVersion> find(long number) {
        return terms.find(visit.insurer(), number);
    }

    public boolean isThere() {
        return find(number()).isPresent();
    }

    public TermsVersion getVersion() {
        return find(number()).orElseThrow();
    }

    /** Whether its day is still to come. */
    public boolean isAnnounced() {
        return terms.announced(visit.insurer())
                .filter(next -> next.number() == number())
                .isPresent();
    }

    /** How many of those who are insured today accepted it. */
    public long getAccepted() {
        return figures.of(visit.insurer()).accepted(getVersion().number());
    }

    public String getSha256InJapanese() {
        return getVersion().sha256(Language.JA);
    }

    public String getSha256InEnglish() {
        return getVersion().sha256(Language.EN);
    }

    public CommonMarkText getDocument() {
        return getVersion().document(preferences.getLanguage());
    }

    /** What is not as in the version before; nothing in the first. */
    public TermsDifference getDifference() {
        if (difference == null) {
            difference = terms.difference(
                    visit.insurer(),
                    find(number() - 1).orElseGet(this::getVersion),
                    getVersion(),
                    preferences.getLanguage());
        }
        return difference;
    }
}
