package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.RecoveryCode;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** A2 リカバリーコード: makes them, and shows them until the member says that he has kept them. */
@Named
@RequestScoped
public class RecoveryCodesPage {

    @Inject
    NewRecoveryCodes newCodes;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    DateText dates;

    private boolean kept;
    private long sheet;
    private @Nullable Optional<RecoveryCodes.Shown> shown;

    /** Makes codes. */
    public void make() {
        Caller caller = visit.caller();
        boolean pressedTwice = recoveryCodes.isJustMade(caller.accountId(), caller.sessionId());
        Change outcome =
                pressedTwice ? new Change.Made() : newCodes.keep(visit.insurer(), caller, recoveryCodes.make());
        onward.to(outcome instanceof Change.NotNow ? AccountPages.NEW_RECOVERY_CODES : AccountPages.RECOVERY_CODES);
    }

    /** Takes the member's word that he has kept them. */
    public void putAway() {
        if (getCodes().isEmpty()) {
            onward.to(Notice.STEP_PASSED.on(AccountPages.OVERVIEW));
        } else if (!kept) {
            errors.at("kept", Refusal.of("recovery-codes.not-kept"));
        } else if (recoveryCodes.putAway(
                visit.caller().accountId(), visit.caller().sessionId(), sheet)) {
            onward.to(Notice.RECOVERY_CODES_KEPT.on(AccountPages.OVERVIEW));
        } else {
            onward.to(AccountPages.RECOVERY_CODES);
        }
    }

    /** Which sheet the page shows. */
    public long getSheet() {
        return shown().map(RecoveryCodes.Shown::sheet).orElse(0L);
    }

    public void setSheet(long sheet) {
        this.sheet = sheet;
    }

    /** Those that were just made in this visit and not put away yet; empty where there are none. */
    public List<RecoveryCode> getCodes() {
        return shown().map(RecoveryCodes.Shown::codes).orElse(List.of());
    }

    /** When they were made. */
    public String getMadeAt() {
        return shown().map(RecoveryCodes.Shown::madeAt).map(dates::time).orElse("");
    }

    private Optional<RecoveryCodes.Shown> shown() {
        if (shown == null) {
            shown = recoveryCodes.shown(
                    visit.caller().accountId(), visit.caller().sessionId());
        }
        return shown;
    }

    public boolean isKept() {
        return kept;
    }

    public void setKept(boolean kept) {
        this.kept = kept;
    }
}
