package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDifference;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** The terms that will hold from some day on, for everybody to read before. */
@Named
@RequestScoped
public class NewTermsPage {

    @Inject
    Terms terms;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    private @Nullable Optional<TermsVersion> announced;
    private @Nullable TermsDifference difference;

    private Optional<TermsVersion> announced() {
        if (announced == null) {
            announced = terms.announced(visit.insurer());
        }
        return announced;
    }

    /** The version; null where none is announced. */
    public @Nullable TermsVersion getVersion() {
        return announced().orElse(null);
    }

    public CommonMarkText getDocument() {
        return announced().orElseThrow().document(preferences.getLanguage());
    }

    /** What changes, in the insurer's words; may be empty. */
    public String getChanges() {
        return announced().orElseThrow().changes(preferences.getLanguage());
    }

    /** What is not as in the version in force. */
    public TermsDifference getDifference() {
        if (difference == null) {
            difference = terms.difference(
                    visit.insurer(),
                    terms.inForce(visit.insurer()).current(),
                    announced().orElseThrow(),
                    preferences.getLanguage());
        }
        return difference;
    }
}
