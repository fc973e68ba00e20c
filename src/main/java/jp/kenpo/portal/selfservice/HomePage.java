package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.insurer.InsurerService;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.notices.Headline;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.DateText;
import org.jspecify.annotations.Nullable;

/** H, the first page after sign-in: what the insurer tells, the member's 資格情報, and what else there is for him. */
@Named
@RequestScoped
public class HomePage {

    /** So many notices stand here; a page of their own has all. */
    private static final int NOTICES = 5;

    @Inject
    OwnNotices notices;

    @Inject
    CurrentVisit visit;

    @Inject
    DateText dates;

    private @Nullable List<Headline> headlines;

    /** The first notices. */
    public List<Headline> getHeadlines() {
        if (headlines == null) {
            headlines = notices.list(0, NOTICES);
        }
        return headlines;
    }

    /** What else the insurer has for the member. */
    public List<InsurerService> getServices() {
        return visit.insurer().services();
    }

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
