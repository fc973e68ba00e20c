package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.RecoveryCode;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.secondfactor.RecoverySheet;
import jp.kenpo.portal.signin.AccountPages;
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
    private @Nullable List<RecoveryCode> codes;

    /** Makes codes. */
    public void make() {
        Change outcome = newCodes.keep(visit.insurer(), visit.caller(), recoveryCodes.make());
        onward.to(outcome instanceof Change.NotNow ? AccountPages.NEW_RECOVERY_CODES : AccountPages.RECOVERY_CODES);
    }

    /** Takes the member's word that he has kept them. */
    public void putAway() {
        if (!kept) {
            errors.at("kept", Refusal.of("recovery-codes.not-kept"));
            return;
        }
        recoveryCodes.putAway(visit.caller().accountId());
        onward.to(Notice.RECOVERY_CODES_KEPT.on(AccountPages.OVERVIEW));
    }

    /** Those that were just made in this visit and not put away yet. */
    public List<RecoveryCode> getCodes() {
        if (codes == null) {
            codes = recoveryCodes.shown(
                    visit.caller().accountId(), visit.caller().sessionId());
        }
        return codes;
    }

    /** When the sheet was made; empty where there is none. */
    public String getMadeAt() {
        return recoveryCodes
                .find(visit.caller().accountId())
                .map(RecoverySheet::madeAt)
                .map(dates::time)
                .orElse("");
    }

    public boolean isKept() {
        return kept;
    }

    public void setKept(boolean kept) {
        this.kept = kept;
    }
}
