package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.notices.InsurerNotice;
import jp.kenpo.portal.notices.NoticeWording;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** M4 お知らせ: one that was published, and where it is taken back. The address or the form says which. */
@Named
@RequestScoped
public class PublishedNoticePage {

    @Inject
    Notices notices;

    @Inject
    NoticeDesk desk;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    ShownLanguage shown;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private @Nullable Optional<InsurerNotice> notice;

    /** Makes a draft of it again. */
    public void takeBack() {
        Change outcome = desk.takeBack(visit.insurer(), visit.caller(), getId());
        if (outcome instanceof Change.Refused refused) {
            errors.at("button-take-back", refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.NOTICE_TAKEN_BACK.on(StaffPages.NOTICES)
                            : StaffPages.NOTICE_TAKE_BACK + "?id=" + getId());
        }
    }

    public long getId() {
        return AskedNumber.find(request, "id").orElse(0L);
    }

    private Optional<InsurerNotice> find() {
        if (notice == null) {
            notice = notices.find(visit.insurer().id(), getId());
        }
        return notice;
    }

    public boolean isThere() {
        return find().isPresent();
    }

    private InsurerNotice notice() {
        return find().orElseThrow();
    }

    /** Names in texts where it stands in time. */
    public String getState() {
        return notice().at(clock.instant()).key();
    }

    public NoticeWording getWording() {
        return notice().wording();
    }

    /** 記号 of those whom it is for; empty where it is for all. */
    public String getSymbol() {
        return getWording().symbol().orElse("");
    }

    public LocalDate getFirstDay() {
        return LocalDate.ofInstant(notice().shownFrom(), Clocks.JAPAN);
    }

    /** When it is shown no more; null where nobody has said. */
    public @Nullable Instant getUntil() {
        return notice().shownUntil().orElse(null);
    }

    /** How many said that they have read it. */
    public long getReaders() {
        return notices.readers(getId());
    }

    /** In the language that is shown. */
    public String getTitle() {
        return getWording().title(shown.get());
    }

    /** The text as HTML, in the language that is shown. */
    public String getText() {
        return getWording().html(shown.get());
    }
}
