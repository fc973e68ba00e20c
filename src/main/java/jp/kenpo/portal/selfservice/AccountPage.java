package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.secondfactor.PasskeySignals;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.DateText;
import org.jspecify.annotations.Nullable;

/** A1 アカウント: how the member signs in, and where he changes it. */
@Named
@RequestScoped
public class AccountPage {

    /** So few recovery codes are too few. */
    private static final int FEW = 2;

    @Inject
    SecondFactorDevices secondFactors;

    @Inject
    Passkeys passkeys;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    CurrentVisit visit;

    @Inject
    DateText dates;

    private @Nullable List<SecondFactorDevice> devices;
    private @Nullable Integer codesLeft;
    private @Nullable String passkeySignals;

    /** What the member confirms with, the one used last first. */
    public List<SecondFactorDevice> getDevices() {
        if (devices == null) {
            devices = secondFactors.of(
                    visit.caller().accountId(), visit.caller().facts().secondFactors());
        }
        return devices;
    }

    /**
     * The one thing that would make the member's way in safer most: {@code few-codes} where they run out, {@code
     * unconfirmed-email}, {@code second-device}, {@code no-codes}; empty where nothing is left to advise.
     */
    public String getAdvice() {
        int codes = getCodesLeft();
        if (codes > 0 && codes <= FEW) {
            return "few-codes";
        }
        if (!isEmailConfirmed()) {
            return "unconfirmed-email";
        }
        if (getDevices().size() == 1) {
            return "second-device";
        }
        return codes == 0 ? "no-codes" : "";
    }

    /** Whether the member has both kinds of second factors, and so may say which he is asked for first. */
    public boolean isChoiceOfMethods() {
        return visit.caller().facts().secondFactors().size() > 1;
    }

    /** How many recovery codes are still good. */
    public int getCodesLeft() {
        if (codesLeft == null) {
            codesLeft = recoveryCodes.left(visit.caller().accountId());
        }
        return codesLeft;
    }

    /** Where a device is changed. */
    public String address(SecondFactorDevice device) {
        return AccountPages.DEVICE + "?device=" + device.key();
    }

    /** What the browser's passkey store may be told of this account; empty where it never had a passkey. */
    public String getPasskeySignals() {
        if (passkeySignals == null) {
            RelyingParty here = RelyingParty.of(visit.insurer());
            long account = visit.caller().accountId();
            passkeySignals = passkeys.findUserHandle(account)
                    .map(handle -> PasskeySignals.of(here, handle, getUserId(), passkeys.usable(account, here))
                            .toString())
                    .orElse("");
        }
        return passkeySignals;
    }

    public String getUserId() {
        return account().userId().value();
    }

    /** When the password was last changed. */
    public String getPasswordSetAt() {
        return account().passwordSetAt().map(dates::time).orElse("");
    }

    public String getEmail() {
        return account().email().orElse("");
    }

    public boolean isEmailConfirmed() {
        return account().emailState() == EmailState.CONFIRMED;
    }

    private Account account() {
        return visit.caller().account();
    }
}
