package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of every text that anybody can send. */
class TypedTextPropertiesTest {

    private static final List<UnaryOperator<String>> FORMS = List.of(
            TypedText::compact,
            TypedText::identifier,
            TypedText::lowerCaseIdentifier,
            TypedText::code,
            TypedText::line,
            TypedText::nfkc);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}\\p{Cf}\\p{Cs}]");

    /** Unicode's greatest expansion under NFKC: U+FDFA (UAX 15 § 11). */
    private static final int GREATEST_EXPANSION = 18;

    /** Full width, half width, hyphens, blanks, unseen, combining, halves of surrogates, what NFKC takes apart. */
    private static final String ODD = "ａＡ１９－ー−‐―─ｱｶﾞﾊﾟ　 \u00A0\t\n\u200B\u200D\uFEFF\u00AD\u3164\u115F"
            + "\u0301\u0323\u0338\u3099\u309A\uD800\uDC00\uDBFF\uDFFF\uFDFAﬁ㍻①½ǅİıßΣςſK가각각";

    @Property
    void what_was_brought_to_a_form_stays_as_it_is(@ForAll("texts") String typed) {
        for (UnaryOperator<String> form : FORMS) {
            String once = form.apply(typed);

            assertThat(form.apply(once)).isEqualTo(once);
        }
    }

    @Property
    void nothing_grows_beyond_measure(@ForAll("texts") String typed) {
        for (UnaryOperator<String> form : FORMS) {
            assertThat(form.apply(typed).length()).isLessThanOrEqualTo(GREATEST_EXPANSION * typed.length());
        }
    }

    @Property
    void nothing_unseen_is_left(@ForAll("texts") String typed) {
        assertThat(TypedText.compact(typed)).doesNotContainPattern(UNSEEN);
        assertThat(TypedText.lowerCaseIdentifier(typed)).doesNotContainPattern(UNSEEN);
        assertThat(TypedText.code(typed)).doesNotContainPattern(UNSEEN).doesNotContain("-");
        assertThat(TypedText.line(typed).replace(" ", "")).doesNotContainPattern(UNSEEN);
    }

    @Property
    void a_line_has_no_blank_too_many(@ForAll("texts") String typed) {
        assertThat(TypedText.line(typed))
                .doesNotStartWith(" ")
                .doesNotEndWith(" ")
                .doesNotContain("  ");
    }

    /** Any UTF-16 at all, and often what is typed by mistake or sent on purpose. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> any = Arbitraries.chars().all();
        Arbitrary<Character> odd =
                Arbitraries.of(ODD.chars().mapToObj(c -> (char) c).toList());
        Arbitrary<Character> plain = Arbitraries.chars().ascii();
        return Arbitraries.frequencyOf(Tuple.of(3, odd), Tuple.of(2, plain), Tuple.of(1, any))
                .list()
                .ofMaxSize(40)
                .map(letters -> letters.stream()
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString());
    }
}
