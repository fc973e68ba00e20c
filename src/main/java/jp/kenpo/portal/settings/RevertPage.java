package jp.kenpo.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** M6 設定: what held once is to hold again. */
@Named
@RequestScoped
public class RevertPage {

    @Inject
    SettingsDesk desk;

    @Inject
    SettingsHistory history;

    @Inject
    SettingsText text;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<Former> former;

    /** Its number; 0 where the address names none. */
    public long getId() {
        return AskedNumber.find(request, StaffPages.FORMER_SETTINGS).orElse(0L);
    }

    private Optional<Former> former() {
        if (former == null) {
            former = history.find(visit.insurer().id(), getId());
        }
        return former;
    }

    /** What would be otherwise than it is now; empty where there is nothing to put back. */
    public List<SettingsText.Difference> getDifferences() {
        return former().map(found -> text.differences(found.present(visit.insurer()), found.decided()))
                .orElse(List.of());
    }

    /** What holds now, as the manager sees it. */
    public String getSeen() {
        return Optional.ofNullable(request.getParameter(AskedNumber.SEEN))
                .or(() -> former().map(found -> found.present(visit.insurer()))
                        .map(present -> present.fingerprint(present.values().keySet())))
                .orElse("");
    }

    /** Has it hold again. */
    public void revert() {
        SettingsDesk.Seen seen = new SettingsDesk.Seen(
                former().map(found -> found.decided().values().keySet()).orElse(Set.of()), getSeen());
        Change outcome = desk.revert(visit.insurer(), visit.caller(), seen, getId());
        if (outcome instanceof Change.Refused refused) {
            errors.at("button-revert", refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.SETTINGS_SAVED.on(StaffPages.SETTINGS)
                            : StaffPages.SETTINGS_REVERT + "?" + StaffPages.FORMER_SETTINGS + "=" + getId());
        }
    }
}
