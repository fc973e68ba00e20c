package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kenpo.portal.platform.Parsed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OneTimePasswordPropertiesTest {

    @Property
    void six_digits_are_read_however_they_are_parted(
            @ForAll @IntRange(max = 999_999) int code, @ForAll("separators") List<String> separators) {
        String digits = "%06d".formatted(code);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            typed.append(separators.get(i)).append(i % 2 == 0 ? digits.charAt(i) : fullWidth(digits.charAt(i)));
        }

        assertThat(OneTimePassword.parse(typed.toString())).isEqualTo(Parsed.of(new OneTimePassword(digits)));
    }

    @Property
    void what_is_taken_is_six_digits(@ForAll("nearlyCodes") String typed) {
        if (OneTimePassword.parse(typed) instanceof Parsed.Value<OneTimePassword> taken) {
            assertThat(taken.value().digits()).matches("[0-9]{6}");
        }
    }

    @Provide
    Arbitrary<List<String>> separators() {
        return Arbitraries.of("", "", " ", "\u3000", "-", "－", "ー", "\u200B", "\t")
                .list()
                .ofSize(6);
    }

    @Provide
    Arbitrary<String> nearlyCodes() {
        return Arbitraries.strings().withChars("0123456789０９٣๓x -").ofMaxLength(9);
    }

    private static char fullWidth(char digit) {
        return (char) (digit - '0' + '０');
    }
}
