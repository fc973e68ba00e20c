package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsAcceptance;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** One version of the terms as the member accepted it, in the language in which he read it. The address says which. */
@Named
@RequestScoped
public class AcceptedTermsPage {

    @Inject
    Terms terms;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<TermsAcceptance> acceptance;

    /** The version; null where the member accepted none of this number. */
    public @Nullable TermsVersion getVersion() {
        return acceptance()
                .flatMap(accepted -> terms.find(visit.insurer(), accepted.number()))
                .orElse(null);
    }

    public TermsAcceptance getAcceptance() {
        return acceptance().orElseThrow();
    }

    private Optional<TermsAcceptance> acceptance() {
        if (acceptance == null) {
            @Nullable String sent = request.getParameter("version");
            acceptance = terms.acceptedBy(visit.caller().accountId()).stream()
                    .filter(accepted -> Integer.toString(accepted.number()).equals(sent))
                    .findFirst();
        }
        return acceptance;
    }

    public boolean isInJapanese() {
        return getAcceptance().language() == Language.JA;
    }

    public CommonMarkText getDocument() {
        return terms.find(visit.insurer(), getAcceptance().number())
                .orElseThrow()
                .document(getAcceptance().language());
    }
}
