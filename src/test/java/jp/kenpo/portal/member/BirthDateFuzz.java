package jp.kenpo.portal.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jp.kenpo.portal.platform.Parsed;

/** What may be typed for a birth date, bred from the table of spellings by what code it reaches. */
class BirthDateFuzz {

    @FuzzTest(maxDuration = "60s")
    void isRefusedOrADateThatIsReadBack(byte[] typed) {
        Parsed<BirthDate> read = BirthDate.parse(new String(typed, UTF_8), BirthDateSpelling.TODAY);

        if (read instanceof Parsed.Value<BirthDate> date) {
            assertThat(BirthDate.parse(date.value().eightDigits(), BirthDateSpelling.TODAY))
                    .isEqualTo(read);
        } else {
            assertThat(read.either(BirthDate::eightDigits, refused -> refused.key()))
                    .startsWith("birth-date.");
        }
    }
}
