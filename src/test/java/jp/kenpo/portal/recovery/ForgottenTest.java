package jp.kenpo.portal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.member.BirthDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgottenTest {

    private static final BirthDate BORN = new BirthDate(LocalDate.of(1979, 8, 22));

    static Stream<Forgotten> everyKind() {
        return Stream.of(
                new Forgotten.Password(new UserId("testuser-1"), BORN),
                new Forgotten.UserIdOfEmail(new EmailAddress("a..b.@docomo.ne.jp"), BORN),
                new Forgotten.UserIdOfNumber("健-1", "0012", BORN),
                new Forgotten.UserIdOfNumber("number", "email", BORN));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void comes_back_as_it_was_written(Forgotten what) {
        assertThat(Forgotten.parse(what.text())).isEqualTo(what);
    }

    @Test
    void differs_for_numbers_that_only_look_alike_one_after_the_other() {
        assertThat(new Forgotten.UserIdOfNumber("1", "23", BORN).subject())
                .isNotEqualTo(new Forgotten.UserIdOfNumber("12", "3", BORN).subject());
    }

    @Test
    void is_nothing_else() {
        assertThatThrownBy(() -> Forgotten.parse("phone\t090\t1979-08-22")).isInstanceOf(IllegalStateException.class);
    }
}
