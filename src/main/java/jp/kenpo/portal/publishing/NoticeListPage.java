package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import jp.kenpo.portal.notices.InsurerNotice;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import org.jspecify.annotations.Nullable;

/** M4 お知らせ: what members were told, are told and will be told, and what is being written. */
@Named
@RequestScoped
public class NoticeListPage {

    private static final int ON_A_PAGE = 20;

    @Inject
    Notices notices;

    @Inject
    NoticeDrafts drafts;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private @Nullable List<NoticeDraft> written;
    private @Nullable List<InsurerNotice> published;

    /** The one saved last first. */
    public List<NoticeDraft> getDrafts() {
        if (written == null) {
            written = drafts.of(visit.insurer().id());
        }
        return written;
    }

    /** Those of the page that the address names, the last one first. */
    public List<InsurerNotice> getPublished() {
        return published().stream().limit(ON_A_PAGE).toList();
    }

    /** Where older ones are; empty where there are none. */
    public String getOlder() {
        return published().size() > ON_A_PAGE ? StaffPages.NOTICES + "?page=" + (page() + 1) : "";
    }

    /** One more than is shown, which tells whether there are more. */
    private List<InsurerNotice> published() {
        if (published == null) {
            published = notices.latest(visit.insurer().id(), (page() - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        }
        return published;
    }

    /** Counts from one. */
    private int page() {
        @Nullable String sent = request.getParameter("page");
        return sent != null && sent.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(sent) : 1;
    }

    /** Names in texts where a notice stands in time. */
    public String state(InsurerNotice notice) {
        return notice.at(clock.instant()).key();
    }
}
