package jp.kenpo.portal.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.LetterSecret;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.Test;

class LetterFileTest {

    private static final String ADDRESS = "https://kenpo.example/";
    private static final Optional<Instant> END = Optional.of(Instant.parse("2027-02-28T00:30:00Z"));

    private static PrintedLetters print(LetterWords words, AccountLetter... letters) throws IOException {
        return print(InitialPasswordKind.DERIVED, words, letters);
    }

    private static PrintedLetters print(InitialPasswordKind kind, LetterWords words, AccountLetter... letters)
            throws IOException {
        LetterHead head = new LetterHead(
                new Brand("試験健康保険組合", "Test", new Accent("#336699"), "<svg/>"),
                new Contact("03-0000-0000", "平日9時から17時", "", "〒100-0000 東京都千代田区架空町1-2-3", ""),
                Set.of(Language.JA, Language.EN),
                kind,
                ADDRESS,
                LocalDate.of(2026, 11, 30),
                words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LetterFile file = new LetterFile(head)) {
            for (AccountLetter letter : letters) {
                file.add(letter);
            }
            file.writeTo(out);
        }
        return PrintedLetters.of(out.toByteArray());
    }

    private static AccountLetter letter(int place, String name) {
        return new AccountLetter(7, place, name, "taro-" + place, END, Optional.empty());
    }

    @Test
    void each_letter_says_whom_it_is_for_and_what_he_logs_in_with() throws Exception {
        List<String> pages = print(
                        LetterTexts.standard(InitialPasswordKind.DERIVED), letter(1, "健保　太郎"), letter(2, "髙﨑　邊子"))
                .pages();

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0))
                .contains("健保太郎様", "整理番号7-1", "ID・初期パスワードのお知らせ", "taro-1", "2026年11月30日", "試験健康保険組合")
                .contains("2027年2月28日9時30分まで", ADDRESS, "03-0000-0000", "平日9時から17時")
                .doesNotContain("taro-2");
        assertThat(pages.get(1)).contains("髙﨑邊子様", "整理番号7-2", "taro-2").doesNotContain("taro-1");
    }

    @Test
    void a_telephone_finds_the_login_page_by_it() throws Exception {
        assertThat(print(LetterTexts.standard(InitialPasswordKind.DERIVED), letter(1, "健保 太郎"))
                        .qr())
                .isEqualTo(ADDRESS);
    }

    @Test
    void its_typeface_is_part_of_it() throws Exception {
        // name, type, encoding, emb, sub, uni
        assertThat(print(LetterTexts.standard(InitialPasswordKind.DERIVED), letter(1, "健保 太郎"))
                        .fonts()
                        .lines()
                        .skip(2))
                .hasSize(1)
                .allMatch(font -> font.matches(".*BIZUDPGothic-Regular +CID TrueType +Identity-H +yes yes yes.*"));
    }

    @Test
    void a_kanji_that_the_typeface_lacks_is_seen_to_be_lacking_and_a_variant_is_not() throws Exception {
        List<String> pages = print(
                        LetterTexts.standard(InitialPasswordKind.DERIVED),
                        letter(1, "𠮷田　太郎"),
                        letter(2, "辻\uDB40\uDD00　花子"))
                .pages();

        assertThat(pages.get(0)).contains("〓田太郎様");
        assertThat(pages.get(1)).contains("辻花子様");
    }

    @Test
    void the_longest_name_and_user_id_are_whole_and_cover_nothing() throws Exception {
        String name = "寿限無".repeat(33);
        String userId = "w".repeat(64);

        PrintedLetters printed = print(
                LetterTexts.standard(InitialPasswordKind.DERIVED),
                new AccountLetter(7, 1, name, userId, END, Optional.empty()));

        assertThat(printed.pages().get(0)).contains(userId, "整理番号7-1");
        assertThat(printed.boxOf(userId)).satisfies(box -> {
            assertThat(box.left()).isGreaterThan(60);
            assertThat(box.right()).isLessThan(188);
        });
        assertThat(printed.boxOf("様").bottom()).isLessThan(printed.boxOf("整理番号").top());
    }

    @Test
    void whom_it_is_for_is_seen_in_the_window_of_an_envelope() throws Exception {
        PrintedLetters printed = print(LetterTexts.standard(InitialPasswordKind.DERIVED), letter(1, "健保　太郎"));

        assertThat(List.of(printed.boxOf("健保"), printed.boxOf("整理番号"))).allSatisfy(box -> {
            assertThat(box.left()).isGreaterThan(20 + 5);
            assertThat(box.right()).isLessThan(20 + 90 - 5);
            assertThat(box.top()).isGreaterThan(12 + 5);
            assertThat(box.bottom()).isLessThan(12 + 45);
        });
        assertThat(printed.boxOf("taro-1").top()).isGreaterThan(12 + 45);
    }

    @Test
    void a_user_id_is_printed_letter_by_letter() throws Exception {
        AccountLetter letter = new AccountLetter(7, 1, "健保 太郎", "first-office-fluffy", END, Optional.empty());

        assertThat(print(LetterTexts.standard(InitialPasswordKind.DERIVED), letter)
                        .pages()
                        .get(0))
                .contains("first-office-fluffy");
    }

    @Test
    void an_initial_password_without_an_end_works_until_the_first_login() throws Exception {
        AccountLetter endless = new AccountLetter(7, 1, "健保 太郎", "taro", Optional.empty(), Optional.empty());

        assertThat(print(LetterTexts.standard(InitialPasswordKind.DERIVED), endless)
                        .pages()
                        .get(0))
                .contains("初回ログインが終わるまで");
    }

    @Test
    void the_insurers_own_words_are_broken_where_japanese_may_be() throws Exception {
        LetterWords words = new LetterWords("あ".repeat(45) + "。" + "い".repeat(44) + "、う", "x".repeat(200));

        List<String> lines = print(words, letter(1, "健保 太郎")).lines();

        assertThat(lines).filteredOn(line -> line.matches("[あいう。、]+")).hasSizeBetween(2, 3);
        assertThat(lines).noneMatch(line -> line.startsWith("。") || line.startsWith("、"));
        assertThat(lines).filteredOn(line -> line.matches("x+")).hasSizeGreaterThan(1);
    }

    @Test
    void what_takes_more_than_five_lines_does_not_fit() {
        assertThat(LetterTexts.fits("一\n二\n三\n四\n五")).isTrue();
        assertThat(LetterTexts.fits("一\n二\n三\n四\n五\n六")).isFalse();
        assertThat(LetterTexts.fits("あ".repeat(240))).isFalse();
        assertThat(LetterTexts.fits(
                        LetterTexts.standard(InitialPasswordKind.DERIVED).opening()))
                .isTrue();
        assertThat(LetterTexts.fits(
                        LetterTexts.standard(InitialPasswordKind.DERIVED).closing()))
                .isTrue();
    }

    @Test
    void an_initial_password_that_was_drawn_is_printed_and_the_usual_one_is_not() throws Exception {
        AccountLetter letter =
                new AccountLetter(7, 1, "健保 太郎", "taro", END, Optional.of(new LetterSecret("K7QM-3XWP-ZR9D")));

        String page = print(InitialPasswordKind.LETTER, LetterTexts.standard(InitialPasswordKind.LETTER), letter)
                .pages()
                .get(0);

        assertThat(page).contains("K7QM-3XWP-ZR9D", "大文字と小文字の区別はありません").doesNotContain("生年月日");
    }
}
