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
import org.jspecify.annotations.Nullable;

/** Letters that managers had made, as one PDF; where the address names none, a letter to nobody as a sample. */
public class LettersFileServlet extends HttpServlet {

    @Inject
    transient Letters letters;

    @Inject
    transient CurrentVisit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable String asked = request.getParameter(StaffPages.BATCH);
        if (asked == null) {
            PdfAnswer.send(
                    response, "letter-sample.pdf", Optional.of(letters.sample(visit.insurer())), StaffPages.LETTERS);
            return;
        }
        Optional<LetterBatch> batch =
                letters.find(visit.insurer(), AskedNumber.read(asked).orElse(AskedNumber.NONE));
        if (batch.isEmpty()) {
            PlainAnswer.notFound(response);
        } else {
            PdfAnswer.send(
                    response,
                    "letters-" + batch.get().id() + ".pdf",
                    letters.take(visit.insurer(), visit.caller(), batch.get()),
                    StaffPages.LETTERS);
        }
    }
}
