package jp.kenpo.portal.roster;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.roster.RosterFile.Opening;
import jp.kenpo.portal.roster.RosterFile.Reading;
import org.junit.jupiter.api.Test;

class RosterFileTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final List<RosterRecord> rows = new ArrayList<>();

    private static Opening open(byte[] bytes) throws IOException {
        return RosterFile.open(() -> new ByteArrayInputStream(bytes));
    }

    /** The headings. */
    private List<String> read(byte[] bytes) throws IOException {
        RosterFile file = ((Opening.Opened) open(bytes)).file();
        assertThat(file.read(rows::add)).isEqualTo(new Reading.Done());
        return file.headings();
    }

    private Refusal refused(byte[] bytes) throws IOException {
        return ((Opening.Refused) open(bytes)).why();
    }

    private Refusal broken(byte[] bytes) throws IOException {
        RosterFile file = ((Opening.Opened) open(bytes)).file();
        return ((Reading.Broken) file.read(rows::add)).why();
    }

    @Test
    void rows_are_read_with_their_lines() throws IOException {
        assertThat(read("記号,氏名\n1,見本 一郎\n\n2,見本 次郎\n".getBytes(UTF_8))).containsExactly("記号", "氏名");
        assertThat(rows)
                .containsExactly(
                        new RosterRecord(2, List.of("1", "見本 一郎")), new RosterRecord(4, List.of("2", "見本 次郎")));
    }

    @Test
    void the_mark_at_the_beginning_of_utf_8_is_no_part_of_the_first_heading() throws IOException {
        assertThat(read("\uFEFF記号,番号\n1,2".getBytes(UTF_8))).containsExactly("記号", "番号");
    }

    /** What plain Shift_JIS lacks: circled numbers, the ladder-shaped 髙, the 﨑 with a standing stroke. */
    @Test
    void letters_of_windows_31j_are_read_as_they_are() throws IOException {
        read("氏名\n髙橋 ①\n山﨑 ㈱\n".getBytes(WINDOWS_31J));

        assertThat(rows).extracting(row -> row.at(0)).containsExactly("髙橋 ①", "山﨑 ㈱");
    }

    @Test
    void quoted_fields_hold_commas_lines_and_quotation_marks() throws IOException {
        read("氏名,備考\r\n\"見本, 一郎\",\"上\r\n下 \"\"中\"\"\"\r\n次,\r\n".getBytes(UTF_8));

        assertThat(rows.get(0).fields()).containsExactly("見本, 一郎", "上\r\n下 \"中\"");
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void where_a_row_ends_early_the_rest_is_empty() throws IOException {
        read("記号,番号,氏名\n1,2\n".getBytes(UTF_8));

        assertThat(rows.get(0).at(2)).isEmpty();
    }

    @Test
    void a_letter_that_neither_encoding_has_is_named_by_its_line() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("氏名\n見本\n".getBytes(UTF_8));
        mixed.write("高橋\n".getBytes(WINDOWS_31J));
        mixed.write(0xFF);

        assertThat(refused(mixed.toByteArray())).isEqualTo(Refusal.of("roster.encoding", 3L));
    }

    @Test
    void workbooks_and_archives_are_told_from_text_whatever_their_name() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }

        assertThat(refused(zip.toByteArray()).key()).isEqualTo("roster.workbook");
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                        .key())
                .isEqualTo("roster.workbook");
        assertThat(refused("記号,番号\n".getBytes(UTF_16)).key()).isEqualTo("roster.workbook");
    }

    @Test
    void an_empty_file_says_so() throws IOException {
        assertThat(refused(new byte[0]).key()).isEqualTo("roster.empty");
        assertThat(refused("\n\n".getBytes(UTF_8)).key()).isEqualTo("roster.empty");
    }

    @Test
    void a_quotation_mark_that_nothing_ends_is_named_by_the_row_before() throws IOException {
        assertThat(broken("氏名\n見本\n\"高橋\n山本\n".getBytes(UTF_8))).isEqualTo(Refusal.of("roster.quotation", 2L));
        assertThat(rows).hasSize(1);
    }

    @Test
    void a_field_of_ten_megabytes_is_not_read_to_its_end() throws IOException {
        String field = "あ".repeat(10_000_000 / 3);

        assertThat(broken(("氏名\n見本\n" + field + "\n").getBytes(UTF_8))).isEqualTo(Refusal.of("roster.quotation", 2L));
    }

    @Test
    void what_the_database_cannot_keep_is_named_by_its_line() throws IOException {
        assertThat(broken("氏名\n見本\n高\u0000橋\n".getBytes(UTF_8))).isEqualTo(Refusal.of("roster.character", 3L));
        assertThat(broken("氏名\n高\u001F橋\n".getBytes(UTF_8))).isEqualTo(Refusal.of("roster.character", 2L));
        assertThat(refused("氏\u0000名\n見本\n".getBytes(UTF_8))).isEqualTo(Refusal.of("roster.headings"));
        assertThat(refused(("項目,".repeat(5000) + "\n見本\n").getBytes(UTF_8))).isEqualTo(Refusal.of("roster.headings"));
    }
}
