package jp.kenpo.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ASVS-6.2.4")
@Tag("ASVS-6.2.12")
class CommonPasswordsTest {

    private static final String LIST = "xato-net-10-million-passwords-100000.txt";

    @Test
    void the_list_is_the_published_one_unchanged() throws IOException, GeneralSecurityException {
        byte[] list = resource("/passwords/" + LIST);
        String readme = new String(resource("/passwords/README.md"), UTF_8);

        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list));

        assertThat(list).hasSize(781_879);
        assertThat(sha256).isEqualTo("1472aafa2561df5e3293aee252aee3ca660c12b399a283cf808bb01b39be388b");
        assertThat(readme).contains(LIST, "781,879 bytes", sha256, "MIT License");
    }

    @Test
    void each_of_its_passwords_that_is_long_enough_is_refused_in_any_case() {
        List<String> chosen = WordList.read(LIST)
                .filter(password -> password.length() >= PasswordPolicy.SHORTEST)
                .toList();

        assertThat(chosen)
                .hasSize(39_329)
                .allMatch(CommonPasswords::contain)
                .allMatch(password -> CommonPasswords.contain(password.toUpperCase(Locale.ROOT)));
    }

    @Test
    void what_nobody_else_uses_is_not_in_it() {
        assertThat(CommonPasswords.contain("kumo47xq")).isFalse();
        assertThat(CommonPasswords.contain("123456")).isFalse();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = CommonPasswordsTest.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        }
    }
}
