package jp.kenpo.portal.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.kenpo.portal.letters.LetterBatch;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.PlainAnswer;

/** The letter that the help desk had made for a member, as a PDF. */
public class LetterFileServlet extends HttpServlet {

    @Inject
    transient Letters letters;

    @Inject
    transient CurrentVisit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long account = AskedNumber.find(request, StaffPages.ACCOUNT).orElse(AskedNumber.NONE);
        Optional<LetterBatch> letter = letters.findFor(visit.insurer(), account);
        if (letter.isEmpty()) {
            PlainAnswer.notFound(response);
        } else {
            PdfAnswer.send(
                    response,
                    "letter.pdf",
                    letters.take(visit.insurer(), visit.caller(), letter.get()),
                    StaffPages.MEMBER + "?" + StaffPages.ACCOUNT + "=" + account);
        }
    }
}
