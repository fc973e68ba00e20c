package jp.kenpo.portal.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import jp.kenpo.portal.terms.TermsDifference.Piece;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class TermsDifferencePropertiesTest {

    /** Without letters that are mark-up. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{Nd}]", "").replaceAll("^[0-9]+", "");
    }

    private static String without(List<Piece> pieces, TermsDifference.Fate fate) {
        return pieces.stream()
                .filter(piece -> piece.fate() != fate)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Property(tries = 300)
    void noTextFails(@ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
        assertThat(TermsDifference.between(before, after).sections())
                .allSatisfy(section -> assertThat(section.lines()).isNotEmpty());
    }

    @Property(tries = 300)
    void eachTextIsReadInIt(
            @ForAll @StringLength(max = 20) String before, @ForAll @StringLength(max = 20) String after) {
        String old = "文頭" + plain(before) + "文末";
        String present = "文頭" + plain(after) + "文末";
        List<Piece> pieces = TermsDifference.between(old, present).sections().stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> line.pieces().stream())
                .toList();

        assertThat(without(pieces, TermsDifference.Fate.ADDED)).isEqualTo(old.equals(present) ? "" : old);
        assertThat(without(pieces, TermsDifference.Fate.REMOVED)).isEqualTo(old.equals(present) ? "" : present);
    }
}
