package jp.kenpo.portal.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.kenpo.portal.letters.LetterPrint;

/** A file to be printed. */
final class PdfAnswer {

    private PdfAnswer() {}

    /** Answers with letters. @param name of the file, in ASCII */
    static void send(HttpServletResponse response, String name, LetterPrint letters) throws IOException {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        letters.writeTo(response.getOutputStream());
    }
}
