package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonMarkTextTest {

    @Test
    void lists_its_sections_and_leads_to_each() {
        CommonMarkText document = CommonMarkText.of("## 第1条 目的\n\n本文\n\n## 第2条 *禁止*事項\n\n本文", 2);

        assertThat(document.sections())
                .containsExactly(
                        new CommonMarkText.Section("section-1", "第1条 目的"),
                        new CommonMarkText.Section("section-2", "第2条 禁止事項"));
        assertThat(document.html()).contains("<h2 id=\"section-1\">", "<h2 id=\"section-2\">");
    }

    @Test
    void tells_sections_of_the_same_title_apart() {
        CommonMarkText document = CommonMarkText.of("## 附則\n\n一\n\n## 附則\n\n二", 2);

        assertThat(document.sections()).extracting(CommonMarkText.Section::id).doesNotHaveDuplicates();
        assertThat(document.html()).contains("id=\"section-1\"", "id=\"section-2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "本文 <img src=x onerror=alert(1)> 本文",
                "## <b onclick=x>見出し</b>",
                "<!-- x -->",
                "<style>*{display:none}</style>",
            })
    void shows_markup_and_does_not_obey_it(String text) {
        CommonMarkText document = CommonMarkText.of(text, 2);

        assertThat(document.html()).contains("&lt;").doesNotContain("<script", "<img", "<b", "<!--", "<style");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](javascript:alert(1))", "[x](data:text/html,x)", "![x](javascript:alert(1))"})
    void leads_to_no_script(String text) {
        assertThat(CommonMarkText.of(text, 2).html()).doesNotContain("javascript:", "data:");
    }

    @ParameterizedTest
    @CsvSource({"# 利用規約", "'利用規約\n========'"})
    void leaves_the_first_level_of_headings_to_the_page(String text) {
        assertThat(CommonMarkText.of(text, 2).html()).doesNotContain("<h1");
    }

    @Test
    void is_empty_for_an_empty_text() {
        assertThat(CommonMarkText.of("", 2).sections()).isEmpty();
    }
}
