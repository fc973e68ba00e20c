package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.DateText;

/** H, the first page after sign-in: the member's 資格情報. */
@Named
@RequestScoped
public class HomePage {

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
}
