package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** サポート番号: where staff see where somebody is stuck who reads them a code. */
@Named
@RequestScoped
public class SupportPage {

    private static final String FIELD = "support-code";

    @Inject
    SupportDesk desk;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private @Nullable String code;
    private SupportDesk.Finding.@Nullable Found found;

    /** Finds the visit. */
    public void find() {
        digits().ifPresent(digits -> {
            SupportDesk.Finding finding = desk.find(visit.insurer(), visit.caller(), digits);
            if (finding instanceof SupportDesk.Finding.Found one) {
                found = one;
            } else {
                errors.at(FIELD, ((SupportDesk.Finding.Refused) finding).why());
            }
        });
    }

    /** Ends it. */
    public void end() {
        digits().ifPresent(digits -> {
            Change outcome = desk.end(visit.insurer(), visit.caller(), digits);
            if (outcome instanceof Change.Refused refused) {
                errors.at(FIELD, refused.why());
            } else {
                onward.to(
                        outcome instanceof Change.Made
                                ? Notice.VISIT_ENDED_FOR_MEMBER.on(StaffPages.SUPPORT_CODE)
                                : StaffPages.SUPPORT_CODE);
            }
        });
    }

    private Optional<String> digits() {
        String digits = TypedText.code(code);
        if (digits.matches("[0-9]{6}")) {
            return Optional.of(digits);
        }
        errors.at(FIELD, Refusal.of("desk-code.shape"));
        return Optional.empty();
    }

    /** What was found; null where nothing was, or nothing was looked for. */
    public SupportDesk.Finding.@Nullable Found getFound() {
        return found;
    }

    /** The heading of the page that the member has before him, unless he reads something else. */
    public String heading(SignInStep step) {
        String page = step.page().substring(1, step.page().lastIndexOf('.')).replace('/', '_');
        return text.of(page + ".title");
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
