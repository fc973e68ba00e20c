package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final byte[] SALT = new byte[PasswordHash.saltBytes()];

    @Test
    void knows_its_password_again_from_what_is_stored() {
        String stored = PasswordHash.of("kumo47xq", SALT).phc();

        assertThat(new PasswordHash(stored).matches("kumo47xq")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kumo47xQ", "kumo47x", "kumo47xq ", "kumo47xq\u0000"})
    void refuses_every_other(String password) {
        PasswordHash hash = PasswordHash.of("kumo47xq", SALT);

        assertThat(hash.matches(password)).isFalse();
    }

    @Test
    void names_its_parameters() {
        String stored = PasswordHash.of("kumo47xq", SALT).phc();

        assertThat(stored).matches("\\$argon2id\\$v=19\\$m=7168,t=5,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void differs_with_the_salt() {
        byte[] otherSalt = SALT.clone();
        otherSalt[0] = 1;

        assertThat(PasswordHash.of("kumo47xq", otherSalt)).isNotEqualTo(PasswordHash.of("kumo47xq", SALT));
    }

    /** Source: the tests of the reference implementation (P-H-C/phc-winner-argon2, src/test.c). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            })
    void reads_what_others_wrote_with_other_parameters(String stored) {
        assertThat(new PasswordHash(stored).matches("password")).isTrue();
        assertThat(new PasswordHash(stored).matches("Password")).isFalse();
    }

    @Test
    void knows_whether_its_parameters_are_todays() {
        assertThat(PasswordHash.of("kumo47xq", SALT).hasTodaysParameters()).isTrue();
        assertThat(new PasswordHash("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65").hasTodaysParameters())
                .isFalse();
    }

    /** The memory of one is lent to the next. */
    @Test
    void is_the_same_however_many_are_made_at_once_and_with_whatever_parameters_between() {
        String alone = PasswordHash.of("kumo47xq", SALT).phc();
        PasswordHash other = new PasswordHash(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

        List<String> many = IntStream.range(0, 40)
                .parallel()
                .mapToObj(each -> other.matches("password")
                        ? PasswordHash.of("kumo47xq", SALT).phc()
                        : "not known again")
                .toList();

        assertThat(many).containsOnly(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kumo47xq", "$2a$10$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA"})
    void never_takes_a_damaged_hash_for_a_match(String stored) {
        PasswordHash hash = new PasswordHash(stored);

        assertThatThrownBy(() -> hash.matches(stored)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void is_not_told_to_any_log() {
        PasswordHash hash = PasswordHash.of("kumo47xq", SALT);

        assertThat(hash).hasToString("PasswordHash[hidden]");
    }
}
