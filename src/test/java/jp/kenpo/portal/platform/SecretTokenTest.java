package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTokenTest {

    private final Chance chance = new Chance();

    @Test
    void comes_back_from_the_browser_as_it_was_sent() {
        SecretToken token = chance.token();

        assertThat(SecretToken.parse(token.value())).hasValue(token);
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
            })
    void is_nothing_else_that_a_browser_may_send(String sent) {
        assertThat(SecretToken.parse(sent)).isEmpty();
    }

    /** FIPS 180-4's example "abc". */
    @Test
    @Tag("ASVS-6.5.2")
    void is_stored_as_its_sha_256() {
        assertThat(new SecretToken("abc").hash()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void is_not_told_to_any_log() {
        assertThat(chance.token()).hasToString("SecretToken[hidden]");
    }

    @Test
    @Tag("ASVS-6.5.3")
    @Tag("ASVS-6.5.4")
    void has_256_bits_that_differ_each_time() {
        Set<String> values = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            values.add(chance.token().value());
        }

        assertThat(values).hasSize(1000).allMatch(value -> value.length() == 43);
    }

    @RepeatedTest(20)
    void codes_keep_their_zeros_and_request_numbers_can_be_read_aloud() {
        assertThat(chance.digits(6)).matches("[0-9]{6}");
        assertThat(chance.readable(2)).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
    }
}
