package jp.kenpo.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail in both languages, as a real relay took it. */
class LetterTest {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^(https?://\\S+)\\r?$");
    private static final Pattern HREF = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Mailbox mailbox = new Mailbox();

    @BeforeEach
    void aRelay() {
        mailbox.start();
    }

    @AfterEach
    void noMore() {
        mailbox.stop();
    }

    static Stream<Arguments> everyMail() {
        return Arrays.stream(MailTemplate.values())
                .flatMap(
                        template -> Arrays.stream(Language.values()).map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void arrives_as_text_and_then_as_html_in_utf_8(MailTemplate template, Language language) throws Exception {
        MimeMultipart parts =
                (MimeMultipart) arrived(EveryMail.letter(template, language)).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void says_the_same_in_both(MailTemplate template, Language language) throws Exception {
        Letter letter = EveryMail.letter(template, language);
        MimeMessage mail = arrived(letter);

        String text = letter.fromName() + letter.subject() + Letter.textOf(mail);

        assertThat(SPACE.matcher(words(htmlOf(mail))).replaceAll(""))
                .isEqualTo(SPACE.matcher(withoutMarks(text)).replaceAll(""));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void has_no_place_unfilled_and_as_many_links_as_the_text(MailTemplate template, Language language)
            throws Exception {
        MimeMessage mail = arrived(EveryMail.letter(template, language));

        String text = Letter.textOf(mail);
        String html = htmlOf(mail);

        assertThat(text).doesNotContainPattern("\\{\\d").doesNotContain("''");
        assertThat(html).doesNotContainPattern("\\{\\d");
        assertThat(all(HREF, html)).isEqualTo(all(ADDRESS, text)).hasSizeLessThan(2);
        assertThat(html.split("class=\"button\"", -1))
                .hasSize(1 + all(ADDRESS, text).size());
        assertThat(html).doesNotContain("<img", "<script", "src=", "url(", "@import", "style=", "<link");
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void shows_mark_up_in_a_name_and_does_not_obey_it(MailTemplate template, Language language) throws Exception {
        String evil = "<script>alert('1')</script>&\"";

        String html = htmlOf(arrived(EveryMail.letter(template, language, evil, evil)));

        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;");
    }

    @Test
    void no_two_mails_of_one_language_have_the_same_subject() {
        for (Language language : Language.values()) {
            List<String> subjects = Arrays.stream(MailTemplate.values())
                    .map(template -> EveryMail.letter(template, language).subject())
                    .toList();
            assertThat(subjects).doesNotHaveDuplicates();
        }
    }

    private static List<String> all(Pattern what, String text) {
        return what.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private MimeMessage arrived(Letter letter) throws Exception {
        mailbox.carry(letter);
        return mailbox.awaitMailTo(letter.to());
    }

    private static String htmlOf(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }

    /** What HTML shows by itself the text shows by marks. */
    private static String withoutMarks(String text) {
        return text.replaceAll("(?m)^[■*] ", "").replaceAll("[:：](?=\\R?https?://)", "");
    }

    private static String words(String html) {
        String body = html.substring(html.indexOf("<body>"));
        return TAG.matcher(body)
                .replaceAll("")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
