package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The cookies that a window was told to keep from now on, as the server wrote them. */
final class CookiesSet {

    private final List<Response> answers = new ArrayList<>();

    CookiesSet(BrowserWindow window) {
        window.page().onResponse(answers::add);
    }

    /** Whether those of these names were set, and each cookie is kept from scripts and other sites, said once. */
    void areEachSafe(String... names) {
        // A copy, since asking one for its headers lets further ones come in.
        List<String> cookies =
                List.copyOf(answers).stream().flatMap(CookiesSet::of).toList();

        assertThat(cookies).extracting(cookie -> cookie.split("=")[0]).containsOnly(names);
        assertThat(cookies).allSatisfy(cookie -> {
            List<String> attributes = Stream.of(cookie.toLowerCase(Locale.ROOT).split("; *"))
                    .skip(1)
                    .toList();
            assertThat(attributes).contains("httponly", "samesite=lax").doesNotHaveDuplicates();
        });
    }

    private static Stream<String> of(Response answer) {
        return answer.headersArray().stream()
                .filter(header -> header.name.equalsIgnoreCase("Set-Cookie"))
                .map(header -> header.value);
    }
}
