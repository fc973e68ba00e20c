package jp.kenpo.portal.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import jp.kenpo.portal.roster.RosterFile.Opening;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in a file: it is read or refused, and each of its rows is taken or named. */
class RosterFilePropertiesTest {

    private static final String GOOD = "記号,番号,枝番,氏名,カナ,生年月日,ユーザID,メールアドレス,資格取得日,資格喪失日\r\n"
            + "1,10,01,見本 花子,ミホン ハナコ,S55.12.1,Hanako-1,hanako@example.jp,2000/4/1,\r\n"
            + "\"1\",11,02,\"見本, 太郎\",ミホン タロウ,昭和53年1月2日,,,H12.4.1,R8.3.31\r\n";

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertThatCode(() -> readToTheEnd(bytes)).doesNotThrowAnyException();
    }

    /** A good file in which a few bytes are others, are missing or come twice. */
    @Property
    void aDamagedFileIsReadOrRefused(@ForAll("damages") List<Damage> damages) {
        byte[] bytes = GOOD.getBytes(UTF_8);
        for (Damage damage : damages) {
            bytes = damage.to(bytes);
        }
        byte[] damaged = bytes;

        assertThatCode(() -> readToTheEnd(damaged)).doesNotThrowAnyException();
    }

    @Property
    void aFieldOfAnyTextIsTakenOrNamed(@ForAll String text, @ForAll RosterColumn column) {
        RosterColumns columns =
                RosterColumns.of(List.of(GOOD.substring(0, GOOD.indexOf('\r')).split(",")));
        String[] fields = GOOD.lines().skip(1).findFirst().orElseThrow().split(",", -1);
        fields[columns.place(column).orElseThrow()] = text;

        RosterRowReader.Outcome outcome =
                new RosterRowReader(columns, LocalDate.of(2026, 4, 1)).read(new RosterRecord(2, List.of(fields)));

        if (outcome instanceof RosterRowReader.Outcome.Faulty faulty) {
            assertThat(faulty.faults()).isNotEmpty().allMatch(fault -> fault.line() == 2);
        }
    }

    /** @param place modulo the length */
    record Damage(int place, int length, byte[] instead) {
        byte[] to(byte[] bytes) {
            int from = place % (bytes.length + 1);
            int until = Math.min(bytes.length, from + length);
            byte[] damaged = new byte[bytes.length - (until - from) + instead.length];
            System.arraycopy(bytes, 0, damaged, 0, from);
            System.arraycopy(instead, 0, damaged, from, instead.length);
            System.arraycopy(bytes, until, damaged, from + instead.length, bytes.length - until);
            return damaged;
        }
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<byte[]> instead = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4),
                Arbitraries.of("\"", ",", "\r", "\n", "\"\"", "=1+1", "\u0000", "\u001F", "\uFEFF")
                        .map(text -> text.getBytes(UTF_8)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 8),
                        instead)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static void readToTheEnd(byte[] bytes) {
        try {
            if (RosterFile.open(() -> new ByteArrayInputStream(bytes)) instanceof Opening.Opened opened) {
                RosterFile roster = opened.file();
                RosterRowReader reader =
                        new RosterRowReader(RosterColumns.of(roster.headings()), LocalDate.of(2026, 4, 1));
                roster.read(reader::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
