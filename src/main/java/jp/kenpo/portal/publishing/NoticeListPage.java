package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import jp.kenpo.portal.notices.InsurerNotice;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.signin.CurrentVisit;
import org.jspecify.annotations.Nullable;

/** M4 お知らせ: what members were told, are told and will be told, and what is being written. */
@Named
@RequestScoped
public class NoticeListPage {

    private static final int MOST = 50;

    @Inject
    Notices notices;

    @Inject
    NoticeDrafts drafts;

    @Inject
    CurrentVisit visit;

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

    /** The latest, the last one first. */
    public List<InsurerNotice> getPublished() {
        if (published == null) {
            published = notices.latest(visit.insurer().id(), MOST);
        }
        return published;
    }

    /** Names in texts where a notice stands in time. */
    public String state(InsurerNotice notice) {
        return notice.at(clock.instant()).key();
    }
}
