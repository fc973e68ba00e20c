package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.notices.Headline;
import org.jspecify.annotations.Nullable;

/** お知らせ: all that the insurer tells now, in pages if they are many. */
@Named
@RequestScoped
public class NoticesPage {

    static final int ON_A_PAGE = 20;

    private static final String ADDRESS = "/member/notices.xhtml";

    @Inject
    OwnNotices notices;

    @Inject
    HttpServletRequest request;

    private @Nullable List<Headline> found;

    /** Those of the page that the address names. */
    public List<Headline> getHeadlines() {
        return found().stream().limit(ON_A_PAGE).toList();
    }

    /** Where newer ones are; empty on the first page. */
    public String getNewer() {
        int page = page();
        return switch (page) {
            case 1 -> "";
            case 2 -> ADDRESS;
            default -> ADDRESS + "?page=" + (page - 1);
        };
    }

    /** Where older ones are; empty where there are none. */
    public String getOlder() {
        return found().size() > ON_A_PAGE ? ADDRESS + "?page=" + (page() + 1) : "";
    }

    /** One more than is shown, which tells whether there are more. */
    private List<Headline> found() {
        if (found == null) {
            found = notices.list((page() - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        }
        return found;
    }

    /** Counts from one. */
    private int page() {
        @Nullable String sent = request.getParameter("page");
        return sent != null && sent.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(sent) : 1;
    }
}
