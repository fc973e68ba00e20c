package jp.kenpo.portal.account;

import static jp.kenpo.portal.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import jp.kenpo.portal.member.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialPasswordTest {

    private static final Member MEMBER =
            aMember().numbered("9999", "43210").bornOn("1980-12-01").build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99994321019801201",
                "9999-43210-19801201",
                "9999 43210 19801201",
                "9999/43210/1980/12/01",
                "９９９９４３２１０１９８０１２０１",
                "９９９９－４３２１０－１９８０１２０１",
                "9999ー43210ー19801201",
                "9999\u3000-\u300043210\u3000-\u300019801201",
                "99994321019801201\u200B",
            })
    void is_known_however_its_parts_are_parted(String typed) {
        assertThat(InitialPassword.matches(MEMBER, typed)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "99994321019801202",
                "9999432101980121",
                "43210999919801201",
                "9999432100019801201",
                "99994321019801201x",
                "-",
            })
    void is_nothing_else(String typed) {
        assertThat(InitialPassword.matches(MEMBER, typed)).isFalse();
    }

    @Test
    void keeps_the_zeros_in_front() {
        Member zeros = aMember().numbered("0012", "0034").bornOn("1980-01-02").build();

        assertThat(InitialPassword.matches(zeros, "0012003419800102")).isTrue();
        assertThat(InitialPassword.matches(zeros, "123419800102")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"健ー12-34-19801201", "健123419801201", "健ｰ12 34 19801201"})
    void takes_symbols_of_kanji_and_kana(String typed) {
        Member kana = aMember().numbered("健ー12", "34").build();

        assertThat(InitialPassword.matches(kana, typed)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void is_not_hard_input(String typed) {
        assertThat(InitialPassword.matches(MEMBER, typed)).isFalse();
    }
}
