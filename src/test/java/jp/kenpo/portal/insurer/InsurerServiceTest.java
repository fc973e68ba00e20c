package jp.kenpo.portal.insurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import jp.kenpo.portal.insurer.InsurerService.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsurerServiceTest {

    private static final Words WORDS = new Words("健診の予約", "予約ができます。");

    @ParameterizedTest
    @ValueSource(strings = {"http://kenshin.example/", "javascript:alert(1)", "//kenshin.example/", "https:x", "/x"})
    void leads_nowhere_but_to_another_host_by_https(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InsurerService(1, 1, WORDS, WORDS, URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = "https://kenshin.example/start?from=portal")
    void may_be_anywhere_by_https(String address) {
        assertThat(new InsurerService(1, 1, WORDS, WORDS, URI.create(address)).address())
                .isEqualTo(address);
    }
}
