package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.DateText;

/** H, the first page after sign-in: the member's 資格情報 and how safe his way in is. */
@Named
@RequestScoped
public class HomePage {

    @Inject
    SecondFactorDevices devices;

    @Inject
    CurrentVisit visit;

    @Inject
    DateText dates;

    /** The insured person. */
    public Member getMember() {
        return visit.caller().member();
    }

    public String getBirthDate() {
        return dates.day(getMember().birthDate().date());
    }

    public String getQualifiedOn() {
        return dates.day(getMember().qualifiedOn());
    }

    /** What the member confirms with, the one used last first. */
    public List<SecondFactorDevice> getDevices() {
        return devices.of(visit.caller().accountId(), visit.caller().facts().secondFactors());
    }

    /** When the password was last changed. */
    public String getPasswordSetAt() {
        return account().passwordSetAt().map(dates::time).orElse("");
    }

    public String getUserId() {
        return account().userId().value();
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
