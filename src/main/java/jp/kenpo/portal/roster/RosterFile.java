package jp.kenpo.portal.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.kenpo.portal.platform.Refusal;

/**
 * A roster as a file of comma-separated values with a row of headings (RFC 4180), read a row at a time, however long it
 * is.
 */
public final class RosterFile {

    /** No row of a roster needs more; what is longer comes of a quotation mark that nothing ends. */
    private static final int LONGEST_ROW = 1 << 16;

    /** As many letters as the database keeps of them. */
    private static final int LONGEST_HEADINGS = 8000;

    /** PostgreSQL keeps no U+0000 in a text, and the other one separates fields where the portal keeps a row. */
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00" + RosterImport.SEPARATOR + "]");

    private static final int BEGINNING = 4;

    /** How archives and workbooks of today, workbooks of before, and texts in UTF-16 begin. */
    private static final Set<String> OTHER_THAN_TEXT = Set.of("504b0304", "d0cf11e0", "feff", "fffe");

    private final Source source;
    private final RosterEncoding encoding;
    private final List<String> headings;

    private RosterFile(Source source, RosterEncoding encoding, List<String> headings) {
        this.source = source;
        this.encoding = encoding;
        this.headings = List.copyOf(headings);
    }

    /** Where its bytes come from, as often as they are asked for. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What came of opening a file. */
    public sealed interface Opening {
        /** Its headings can be read. */
        record Opened(RosterFile file) implements Opening {}

        /** It is no roster. */
        record Refused(Refusal why) implements Opening {}
    }

    /** Looks at the whole file once, since one letter tells in which encoding all are written. */
    public static Opening open(Source source) throws IOException {
        Optional<Refusal> other = otherThanText(source);
        if (other.isPresent()) {
            return new Opening.Refused(other.get());
        }
        Optional<RosterEncoding> encoding = RosterEncoding.of(source);
        if (encoding.isEmpty()) {
            long line = RosterEncoding.UTF_8.firstLineAmiss(source).orElseThrow();
            return new Opening.Refused(Refusal.of("roster.encoding", line));
        }
        try (CsvReader<CsvRecord> rows = rows(source, encoding.get())) {
            Iterator<CsvRecord> each = rows.iterator();
            return each.hasNext()
                    ? opened(source, encoding.get(), each.next().getFields())
                    : new Opening.Refused(Refusal.of("roster.empty"));
        } catch (CsvParseException e) {
            return new Opening.Refused(Refusal.of("roster.quotation", 1));
        }
    }

    private static Opening opened(Source source, RosterEncoding encoding, List<String> headings) {
        String all = String.join(" ", headings);
        return all.length() > LONGEST_HEADINGS || UNKEEPABLE.matcher(all).find()
                ? new Opening.Refused(Refusal.of("roster.headings"))
                : new Opening.Opened(new RosterFile(source, encoding, headings));
    }

    /** Names of workbooks and archives end in csv often enough; UTF-16 is what spreadsheets call Unicode text. */
    private static Optional<Refusal> otherThanText(Source source) throws IOException {
        try (InputStream in = source.open()) {
            String beginning = HexFormat.of().formatHex(in.readNBytes(BEGINNING));
            return OTHER_THAN_TEXT.stream().anyMatch(beginning::startsWith)
                    ? Optional.of(Refusal.of("roster.workbook"))
                    : Optional.empty();
        }
    }

    /** The names of its columns, in their order. */
    public List<String> headings() {
        return headings;
    }

    /** What came of reading a file to its end. */
    public sealed interface Reading {
        /** All rows were read. */
        record Done() implements Reading {}

        /** It could not be read any further. */
        record Broken(Refusal why) implements Reading {}
    }

    /** Reads row after row; the headings are none. */
    public Reading read(Consumer<RosterRecord> taker) throws IOException {
        long line = 1;
        try (CsvReader<CsvRecord> rows = rows(source, encoding)) {
            Iterator<CsvRecord> each = rows.iterator();
            each.next();
            while (each.hasNext()) {
                CsvRecord row = each.next();
                line = row.getStartingLineNumber();
                if (row.getFields().stream()
                        .anyMatch(field -> UNKEEPABLE.matcher(field).find())) {
                    return new Reading.Broken(Refusal.of("roster.character", line));
                }
                taker.accept(new RosterRecord(line, row.getFields()));
            }
            return new Reading.Done();
        } catch (CsvParseException e) {
            return new Reading.Broken(Refusal.of("roster.quotation", line));
        }
    }

    private static CsvReader<CsvRecord> rows(Source source, RosterEncoding encoding) throws IOException {
        return CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(source.open(), encoding.charset());
    }
}
