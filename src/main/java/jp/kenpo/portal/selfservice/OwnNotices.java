package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.notices.Headline;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.notices.Reader;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.CurrentVisit;

/** The insurer's notices for whoever asks. */
@ApplicationScoped
public class OwnNotices {

    @Inject
    Notices notices;

    @Inject
    CurrentVisit visit;

    /** Those that are shown now, see {@link Notices#of}. */
    List<Headline> list(int skipped, int most) {
        return notices.of(reader(), skipped, most);
    }

    Optional<Notices.Opened> find(long id) {
        return notices.find(reader(), id);
    }

    /** Takes the member's word that he has read it; false where it is not for him now. */
    boolean markRead(long id) {
        return notices.markRead(reader(), id);
    }

    private Reader reader() {
        Caller caller = visit.caller();
        return new Reader(caller.account().insurerId(), caller.member().number().symbol(), caller.accountId());
    }
}
