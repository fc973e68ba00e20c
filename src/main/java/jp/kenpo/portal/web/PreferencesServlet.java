package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes the two buttons at the top of every page: the other language, the other size of letters. */
public class PreferencesServlet extends HttpServlet {

    private static final Duration LIFE = Duration.ofDays(365);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String language = request.getParameter("language");
        if ("ja".equals(language) || "en".equals(language)) {
            Cookies.write(request, response, Preferences.LANGUAGE_COOKIE, language, LIFE);
        }
        @Nullable String textSize = request.getParameter("textSize");
        if ("standard".equals(textSize) || "large".equals(textSize)) {
            Cookies.write(request, response, Preferences.TEXT_SIZE_COOKIE, textSize, LIFE);
        }
        SeeOther.send(response, backTo(request.getParameter("back")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        SeeOther.send(response, "/");
    }

    /** Only a path of this host: {@code //elsewhere} and {@code /\elsewhere} are addresses of other hosts (ASVS 3.7.2). */
    private static String backTo(@Nullable String back) {
        return back != null && back.matches("/(?![/\\\\])[!-~]{0,2000}") && !back.contains("\\") ? back : "/";
    }
}
