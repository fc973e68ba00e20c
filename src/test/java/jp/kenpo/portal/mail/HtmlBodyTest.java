package jp.kenpo.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.Test;

class HtmlBodyTest {

    private static final String ADDRESS = "https://portal.example.jp/link.xhtml?token=a-b_c";

    @Test
    void a_blank_line_parts_paragraphs_and_a_line_ends_where_it_did() {
        assertThat(html("電話：03-0000-0000\n受付時間：平日\n\n組合\n"))
                .contains("<p>電話：03-0000-0000<br>\n受付時間：平日</p>\n<p>組合</p>\n</div>");
    }

    @Test
    void a_marked_line_is_the_heading_of_what_follows() {
        assertThat(html("■ お心当たりのない場合\nお電話ください。")).contains("<h2>お心当たりのない場合</h2>\n<p>お電話ください。</p>");
        assertThat(html("* If it was not you\n\nCall us.")).contains("<h2>If it was not you</h2>\n<p>Call us.</p>");
        assertThat(html("例）1*2 ■")).doesNotContain("<h2>");
    }

    @Test
    void six_digits_alone_are_a_code() {
        assertThat(html("次のコード\n\n048213\n\n10分")).contains("<p class=\"code\">048213</p>");
        assertThat(html("048213\nと")).doesNotContain("class=\"code\"");
        assertThat(html("99994321019801201")).doesNotContain("class=\"code\"");
    }

    @Test
    void an_address_becomes_a_button_labelled_by_the_line_above_it_and_is_shown_in_full() {
        assertThat(html("元に戻す：\n" + ADDRESS))
                .contains("<p><a class=\"button\" href=\"" + ADDRESS + "\">元に戻す</a></p>\n<p class=\"address\">"
                        + ADDRESS + "</p>");
        assertThat(html("Put it back:\n" + ADDRESS)).contains(">Put it back</a>");
    }

    @Test
    void an_address_without_a_label_is_its_own() {
        assertThat(html("開く\n\n" + ADDRESS)).contains("<p><a href=\"" + ADDRESS + "\">" + ADDRESS + "</a></p>");
    }

    @Test
    void an_address_within_a_line_is_no_link_nor_is_one_of_another_kind() {
        assertThat(html("See " + ADDRESS + " now")).doesNotContain("<a");
        assertThat(html("Open:\njavascript:alert(1)")).doesNotContain("<a");
    }

    @Test
    void mark_up_is_shown_and_not_obeyed() {
        String evil = "</title></style><script>\"'&";

        String html =
                HtmlBody.of(Language.JA, evil, evil, "■ " + evil + "\n" + evil + "\n\n" + evil + "\nhttps://x/" + evil);

        assertThat(html.replace("&lt;/title&gt;&lt;/style&gt;&lt;script&gt;&quot;&#39;&amp;", ""))
                .doesNotContain("<script", "&lt;", "\"'");
        assertThat(html.split("</style>", -1)).hasSize(2);
        assertThat(html.split("</title>", -1)).hasSize(2);
    }

    @Test
    void its_language_title_and_both_colour_schemes_are_said() {
        assertThat(HtmlBody.of(Language.EN, "Society", "Your password was set", "Text"))
                .contains(
                        "<html lang=\"en\">",
                        "<title>Your password was set</title>",
                        "<h1>Your password was set</h1>",
                        "<p class=\"band\">Society</p>",
                        "<meta name=\"color-scheme\" content=\"light dark\">",
                        "<meta name=\"supported-color-schemes\" content=\"light dark\">",
                        "@media (prefers-color-scheme: dark)");
    }

    private static String html(String text) {
        return HtmlBody.of(Language.JA, "デモ健康保険組合", "件名", text);
    }
}
