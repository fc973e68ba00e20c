package jp.kenpo.portal.insurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    private static final Accent WHITE = new Accent("#ffffff");
    private static final Accent DARK_PAGE = new Accent("#1e242c");

    @ParameterizedTest
    @CsvSource({"#000000, 21", "#ffffff, 1", "#767676, 4.54", "#0e7c66, 5.13"})
    void contrastIsAsTheGuidelinesCountIt(String colour, double contrast) {
        assertThat(new Accent(colour).contrast(WHITE)).isCloseTo(contrast, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0E7C66", "0e7c66", "＃０ｅ７ｃ６６", " #0e7c66 "})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(Accent.parse(typed)).isEqualTo(Parsed.of(new Accent("#0e7c66")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#0e7c6", "#0e7c667", "green", "#0e7c6g", "#0e7c66; } body { display: none"})
    void nothingElseIsAColour(String typed) {
        assertThat(Accent.parse(typed)).isEqualTo(Parsed.refused("accent.shape"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffd43d", "#ffffff", "#00ffff", "#a0a0a0"})
    void oneThatIsHardToSeeIsRefusedWithTheNearestThatIsNot(String typed) {
        Parsed<Accent> refused = Accent.parse(typed);

        assertThat(refused).isInstanceOf(Parsed.Refused.class);
        Refusal why = ((Parsed.Refused<Accent>) refused).why();
        assertThat(why.key()).isEqualTo("accent.too-light");
        assertThat(Double.parseDouble((String) why.arguments().get(0)))
                .as("never said to be enough")
                .isLessThan(3);
        assertThat(Accent.parse((String) why.arguments().get(1))).isInstanceOf(Parsed.Value.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#00316a", "#a8325e", "#0e7c66"})
    void isSeenOnADarkPageToo(String colour) {
        assertThat(new Accent(colour).onDark().contrast(DARK_PAGE)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void isLeftAsItIsWhereItIsSeen() {
        assertThat(new Accent("#ffc700").onDark()).isEqualTo(new Accent("#ffc700"));
    }
}
