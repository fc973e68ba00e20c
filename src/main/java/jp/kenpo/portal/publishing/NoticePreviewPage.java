package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.NoticeWording;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** M4 お知らせ: what members will see of a draft, and where they are told, or it is thrown away. */
@Named
@RequestScoped
public class NoticePreviewPage {

    @Inject
    NoticeDrafts drafts;

    @Inject
    NoticeDesk desk;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    Preferences preferences;

    @Inject
    ShownLanguage shown;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private @Nullable Optional<NoticeDraft> draft;
    private @Nullable List<String> lacks;

    /** Tells the members what was shown. */
    public void publish() {
        Change outcome = desk.publish(visit.insurer(), visit.caller(), getId(), getSeen());
        if (outcome instanceof Change.Refused refused) {
            errors.at("button-publish", refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.NOTICE_PUBLISHED.on(StaffPages.NOTICES)
                            : StaffPages.NOTICE_PUBLISH + "?" + StaffPages.DRAFT + "=" + getId());
        }
    }

    /** Throws away what was shown; what somebody else wrote meanwhile stays. */
    public void discard() {
        onward.to(
                drafts.discard(visit.insurer().id(), getId(), getSeen())
                        ? Notice.NOTICE_DRAFT_DISCARDED.on(StaffPages.NOTICES)
                        : StaffPages.NOTICES);
    }

    public long getId() {
        return AskedNumber.find(request, StaffPages.DRAFT).orElse(0L);
    }

    /** Which saving is shown. */
    public long getSeen() {
        return AskedNumber.find(request, AskedNumber.SEEN)
                .orElseGet(() -> (long) find().map(NoticeDraft::number).orElse(0));
    }

    private Optional<NoticeDraft> find() {
        if (draft == null) {
            draft = drafts.find(visit.insurer().id(), getId());
        }
        return draft;
    }

    public boolean isThere() {
        return find().isPresent();
    }

    private NoticeDraft draft() {
        return find().orElseThrow();
    }

    /** What is missing before it can be published. */
    public List<String> getLacks() {
        if (lacks == null) {
            lacks = drafts.lacks(visit.insurer(), draft()).stream()
                    .map(why -> Messages.text(preferences.getLanguage(), why))
                    .toList();
        }
        return lacks;
    }

    /** Whether it can be published. */
    public boolean isFinished() {
        return isThere() && getLacks().isEmpty();
    }

    public NoticeWording getWording() {
        return draft().wording();
    }

    /** 記号 of those whom it is for; empty where it is for all. */
    public String getSymbol() {
        return getWording().symbol().orElse("");
    }

    /** The day that members will read above it. */
    public LocalDate getFirstDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
        return draft().days().first().filter(day -> day.isAfter(today)).orElse(today);
    }

    /** The last day on which they will; null where nobody has said. */
    public @Nullable LocalDate getLastDay() {
        return draft().days().last().orElse(null);
    }

    public String getTitle() {
        return getWording().title(shown.get());
    }

    /** The text as HTML. */
    public String getText() {
        return getWording().html(shown.get());
    }
}
