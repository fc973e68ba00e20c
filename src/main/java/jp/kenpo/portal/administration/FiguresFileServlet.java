package jp.kenpo.portal.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.portal.figures.Factors;
import jp.kenpo.portal.figures.Figures;
import jp.kenpo.portal.figures.Funnel;
import jp.kenpo.portal.figures.Stage;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.PageText;

/** The figures of every 記号, as a file that spreadsheets open. */
public class FiguresFileServlet extends HttpServlet {

    @Inject
    transient Figures figures;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient PageText text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> headings = Stream.of(
                        Stream.of(text.of("administration_figures.symbol")),
                        Arrays.stream(Stage.values()).map(stage -> text.of("administration.stage." + stage.key())),
                        Arrays.stream(Factors.values()).map(which -> text.of("administration.factors." + which.key())))
                .flatMap(names -> names)
                .toList();
        CsvAnswer.send(
                response,
                "figures.csv",
                headings,
                rows -> figures.of(visit.insurer())
                        .bySymbol()
                        .forEach((symbol, funnel) -> rows.accept(cells(symbol, funnel))));
    }

    private static List<String> cells(String symbol, Funnel funnel) {
        return Stream.of(
                        Stream.of(symbol),
                        Arrays.stream(Stage.values()).map(funnel::at).map(Object::toString),
                        Arrays.stream(Factors.values()).map(funnel::with).map(Object::toString))
                .flatMap(cells -> cells)
                .toList();
    }
}
