package jp.kenpo.portal.guesses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {

    @Test
    void an_ipv4_address_is_one_sender() {
        assertThat(NetworkAddress.of("192.0.2.7")).isNotEqualTo(NetworkAddress.of("192.0.2.8"));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff",
        "2001:db8::1, 2001:0DB8:0000:0000:0000:0000:0000:0001",
        "::ffff:192.0.2.7, 192.0.2.7",
    })
    void whoever_has_one_ipv6_address_has_all_that_begin_like_it(String one, String other) {
        assertThat(NetworkAddress.of(one)).isEqualTo(NetworkAddress.of(other));
    }

    @Test
    void the_next_network_is_another_sender() {
        assertThat(NetworkAddress.of("2001:db8:0:1::1")).isNotEqualTo(NetworkAddress.of("2001:db8:0:2::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "example.jp", "1:2:3", ":::", "fe80::1%eth0", "999.999.999.999"})
    void what_is_no_address_is_taken_as_it_is(String anything) {
        assertThat(NetworkAddress.of(anything).value()).isNotNull();
    }
}
