package jp.kenpo.portal.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import jp.kenpo.portal.terms.TermsDifference.Line;
import jp.kenpo.portal.terms.TermsDifference.Piece;
import jp.kenpo.portal.terms.TermsDifference.Section;
import org.junit.jupiter.api.Test;

class TermsDifferenceTest {

    private static final String BEFORE = """
            はじめに。

            ## 第1条 目的

            1. 利用は無料です。
            2. 通信費は利用者が負担します。

            ## 第2条 管理

            パスワードを他の人に教えてはなりません。
            """;

    /** As a reader sees it: [-removed-], {+added+}. */
    private static String marked(String before, String after) {
        return TermsDifference.between(before, after).sections().stream()
                .map(TermsDifferenceTest::marked)
                .collect(Collectors.joining("\n"));
    }

    private static String marked(Section section) {
        return section.heading() + ": "
                + section.lines().stream().map(TermsDifferenceTest::marked).collect(Collectors.joining(" | "));
    }

    private static String marked(Line line) {
        return line.pieces().stream().map(TermsDifferenceTest::marked).collect(Collectors.joining());
    }

    private static String marked(Piece piece) {
        if (piece.isRemoved()) {
            return "[-" + piece.text() + "-]";
        }
        return piece.isAdded() ? "{+" + piece.text() + "+}" : piece.text();
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(TermsDifference.between(BEFORE, BEFORE).sections()).isEmpty();
    }

    @Test
    void otherMarkUpIsNoDifference() {
        assertThat(marked("*利用*は無料です。", "**利用**は無料です。")).isEmpty();
    }

    @Test
    void aChangedWordIsShownInItsLineUnderItsHeading() {
        assertThat(marked(BEFORE, BEFORE.replace("利用者が負担", "利用者のご負担")))
                .isEqualTo("第1条 目的: 2. 通信費は利用者[-が-]{+のご+}負担します。");
    }

    @Test
    void englishDiffersByWords() {
        assertThat(marked("You must not lend the password.", "You must never lend your password."))
                .isEqualTo(": You must [-not-]{+never+} lend [-the-]{+your+} password.");
    }

    @Test
    void whatIsNewOrGoneIsShownWhole() {
        String after = BEFORE.replace("パスワードを他の人に教えてはなりません。\n", "") + """

                ## 第3条 連絡

                変わったときはお知らせします。
                """;

        assertThat(marked(BEFORE, after))
                .contains("第2条 管理: [-パスワードを他の人に教えてはなりません。-]", "第3条 連絡: ", "{+変わったときはお知らせします。+}");
    }

    @Test
    void whatBecameAnotherSentenceIsNotReadLetterByLetter() {
        assertThat(marked("本サービスは無料です。", "通信費をご負担ください。")).isEqualTo(": [-本サービスは無料です。-] | {+通信費をご負担ください。+}");
    }

    /** Everybody may ask, and a comparison by characters takes long. */
    @Test
    void aVeryLongLineIsShownWhole() {
        String line = "長い条文。".repeat(300);

        assertThat(marked(line, line + "追記")).isEqualTo(": [-" + line + "-] | {+" + line + "追記+}");
    }

    @Test
    void anotherHeadingIsShownUnderItself() {
        assertThat(marked(BEFORE, BEFORE.replace("第2条 管理", "第2条 パスワードの管理")))
                .startsWith("第2条 パスワードの管理: 第2条 {+パスワードの+}管理");
    }
}
