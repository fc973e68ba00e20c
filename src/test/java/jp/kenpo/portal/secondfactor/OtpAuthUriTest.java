package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtpAuthUriTest {

    private static final TotpSecret SECRET = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @Test
    void says_all_that_an_app_needs() {
        assertThat(OtpAuthUri.of("Demo Kenpo", "taro@2026", SECRET))
                .isEqualTo("otpauth://totp/Demo%20Kenpo:taro%402026?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Demo%20Kenpo&algorithm=SHA1&digits=6&period=30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"デモ健康保険組合", "A&B #1", "100% 健保", "a:b/c?d", "x&secret=AAAA"})
    void keeps_any_insurers_name_whole(String name) {
        URI uri = URI.create(OtpAuthUri.of(name, "testuser1", SECRET));

        assertThat(uri.getPath()).isEqualTo("/" + name + ":testuser1");
        assertThat(uri.getRawQuery().split("&")).hasSize(5).contains("secret=" + SECRET.base32());
    }
}
