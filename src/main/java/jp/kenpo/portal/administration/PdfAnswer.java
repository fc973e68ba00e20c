package jp.kenpo.portal.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.kenpo.portal.letters.LetterPrint;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.SeeOther;

/** A file to be printed. */
final class PdfAnswer {

    private PdfAnswer() {}

    /**
     * Answers with letters.
     *
     * @param name of the file, in ASCII
     * @param letters empty where none is left, which the page says then that offers the file
     */
    static void send(HttpServletResponse response, String name, Optional<LetterPrint> letters, String page)
            throws IOException {
        if (letters.isEmpty()) {
            SeeOther.send(response, Notice.NO_LETTERS_LEFT.on(page));
        } else {
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            letters.get().writeTo(response.getOutputStream());
        }
    }
}
