package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsAcceptance;
import org.jspecify.annotations.Nullable;

/** 同意した利用規約: every version that the member accepted. */
@Named
@RequestScoped
public class OwnTermsPage {

    @Inject
    Terms terms;

    @Inject
    CurrentVisit visit;

    private @Nullable List<TermsAcceptance> accepted;

    /** The last first. */
    public List<TermsAcceptance> getAccepted() {
        if (accepted == null) {
            accepted = terms.acceptedBy(visit.caller().accountId());
        }
        return accepted;
    }
}
