package jp.kenpo.portal.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** A file that spreadsheets open. */
public final class CsvAnswer {

    /** By it spreadsheets know that the letters are UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private CsvAnswer() {}

    /**
     * Answers with the file, row by row as they come.
     *
     * @param name of the file, in ASCII
     * @param headings its first row
     * @param rows is given what takes each of the others
     */
    public static void send(
            HttpServletResponse response, String name, List<String> headings, Consumer<Consumer<List<String>>> rows)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), UTF_8);
                CsvWriter csv = CsvWriter.builder().build(out)) {
            out.write(BYTE_ORDER_MARK);
            csv.writeRecord(headings);
            rows.accept(
                    row -> csv.writeRecord(row.stream().map(CsvAnswer::plain).toList()));
        }
    }

    /** A user ID may begin like a formula, which a spreadsheet would carry out (CWE-1236). */
    static String plain(String cell) {
        return !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
