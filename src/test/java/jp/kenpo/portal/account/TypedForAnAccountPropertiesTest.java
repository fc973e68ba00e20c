package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kenpo.portal.platform.Parsed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text that is typed for a user ID or an address, and of every name in kana. */
class TypedForAnAccountPropertiesTest {

    @Property
    void a_user_id_is_the_same_however_often_it_is_typed_over(@ForAll String typed) {
        UserId once = UserId.typed(typed);

        assertThat(UserId.typed(once.value())).isEqualTo(once);
    }

    @Property
    void what_may_be_chosen_as_user_id_is_what_the_page_says(@ForAll("nearlyUserIds") String typed) {
        UserId userId = UserId.typed(typed);

        assertThat(UserIdPolicy.check(userId).isEmpty())
                .isEqualTo(userId.value().matches("(?=.*[a-z])(?=.*[0-9])[a-z0-9._@-]{8,13}"));
    }

    @Property
    void an_address_that_was_taken_is_one_line_and_is_taken_again(@ForAll("nearlyAddresses") String typed) {
        Parsed<EmailAddress> read = EmailAddress.parse(typed);

        if (read instanceof Parsed.Value<EmailAddress> taken) {
            String address = taken.value().value();
            assertThat(address).matches("[!-~]+@[a-z0-9.-]+").hasSizeLessThanOrEqualTo(254);
            assertThat(EmailAddress.parse(address)).isEqualTo(read);
        }
    }

    @Property
    void an_address_of_the_usual_shape_is_taken_as_it_is(@ForAll("addresses") String typed) {
        assertThat(EmailAddress.parse(typed)).isEqualTo(Parsed.of(new EmailAddress(typed)));
    }

    @Property
    void kana_of_either_kind_are_spelt_alike_in_small_letters(@ForAll("kana") String hiragana) {
        String katakana = hiragana.codePoints()
                .map(c -> c == 'ー' ? c : c - 'ぁ' + 'ァ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Romaji.of(hiragana))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(256)
                .allMatch(word -> word.matches("[a-z']*"))
                .isEqualTo(Romaji.of(katakana));
    }

    @Property
    void any_text_at_all_has_a_spelling(@ForAll String text) {
        assertThat(Romaji.of(text)).isNotEmpty().hasSizeLessThanOrEqualTo(256);
    }

    @Provide
    Arbitrary<String> nearlyUserIds() {
        return Arbitraries.strings()
                .withChars("abzAZ019-_.@#ａ１－ー \u200B漢é\uD800")
                .ofMaxLength(15);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> before = Arbitraries.strings()
                .withChars("abzAZ019+._-!#$%&'*/=?^`{|}~")
                .ofMinLength(1)
                .ofMaxLength(64);
        Arbitrary<String> label =
                Arbitraries.strings().withChars("abz019").ofMinLength(1).ofMaxLength(20);
        return Combinators.combine(before, label, label).as((a, b, c) -> a + "@" + b + "." + c + ".jp");
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        Arbitrary<String> junk = Arbitraries.strings()
                .withChars("ab@.- \r\n,;<>\"()[]\u0000\u200B＠．漢")
                .ofMaxLength(6);
        return Arbitraries.oneOf(
                Combinators.combine(junk, addresses(), junk).as((a, b, c) -> a + b + c), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> kana() {
        return Arbitraries.strings().withCharRange('ぁ', 'ゖ').withChars('ー').ofMaxLength(20);
    }
}
