package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * One notice of the insurer's. That it is read is noted by its button only: to open it changes nothing, and a browser
 * may fetch pages that nobody reads.
 */
@Named
@RequestScoped
public class NoticePage {

    private static final String LIST = "/member/notices.xhtml";

    @Inject
    OwnNotices notices;

    @Inject
    Onward onward;

    @Inject
    Preferences preferences;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<Notices.Opened> opened;

    /** Before the page is shown: says that there is no such notice, whether it is another's, over, or never was. */
    public void open() throws IOException {
        if (find().isEmpty()) {
            sayNotFound();
        }
    }

    /** Takes the member's word that he has read it. */
    public void markRead() throws IOException {
        if (notices.markRead(getId())) {
            onward.to(Notice.NOTICE_READ.on(LIST));
        } else {
            sayNotFound();
        }
    }

    private static void sayNotFound() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
        faces.responseComplete();
    }

    public long getId() {
        @Nullable String sent = request.getParameter("id");
        // What is no number is no notice's, as is zero.
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    public String getHeadline() {
        return get().notice().wording().title(preferences.getLanguage());
    }

    /** The text as HTML. */
    public String getText() {
        return get().notice().wording().html(preferences.getLanguage());
    }

    /** The day on which it came out. */
    public LocalDate getDay() {
        return LocalDate.ofInstant(get().notice().shownFrom(), Clocks.JAPAN);
    }

    public boolean isImportant() {
        return get().notice().wording().isImportant();
    }

    public boolean isRead() {
        return get().read();
    }

    private Notices.Opened get() {
        return find().orElseThrow();
    }

    private Optional<Notices.Opened> find() {
        if (opened == null) {
            opened = notices.find(getId());
        }
        return opened;
    }
}
