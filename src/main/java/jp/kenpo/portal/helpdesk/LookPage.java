package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** Where staff say why they look at a member before they see anything of him; he can read it. */
@Named
@RequestScoped
public class LookPage {

    @Inject
    Looks looks;

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

    private @Nullable String reason;

    /** Goes on to what there is to be seen. */
    public void look() {
        Optional<HelpReason> chosen = HelpReason.OF_LOOKS.stream()
                .filter(one -> one.key().equals(reason))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.at("look-reason", Refusal.of("grounds.reason-missing"));
        } else {
            looks.look(visit.insurer(), visit.caller(), getAccount(), chosen.get());
            onward.to(StaffPages.MEMBER + "?" + StaffPages.ACCOUNT + "=" + getAccount());
        }
    }

    /** Goes along with the form. */
    public long getAccount() {
        return AskedNumber.find(request, StaffPages.ACCOUNT).orElse(AskedNumber.NONE);
    }

    public List<Option> getReasons() {
        return Option.all(
                text,
                "administration.look-reason.",
                HelpReason.OF_LOOKS.stream().map(HelpReason::key));
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
