package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kenpo.portal.web.UserAgent.Browser;
import jp.kenpo.portal.web.UserAgent.OperatingSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAFARI           | IPHONE    | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1
            CHROME           | IPHONE    | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0.7151.79 Mobile/15E148 Safari/604.1
            EDGE             | IPHONE    | Mozilla/5.0 (iPhone; CPU iPhone OS 18_4_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/136.0.3240.91 Mobile/15E148 Safari/604.1
            FIREFOX          | IPHONE    | Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/139.0 Mobile/15E148 Safari/605.1.15
            LINE             | IPHONE    | Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.5.0
            SAFARI           | IPAD      | Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1
            CHROME           | IPAD      | Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0.7151.79 Mobile/15E148 Safari/604.1
            CHROME           | ANDROID   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36
            SAMSUNG_INTERNET | ANDROID   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36
            EDGE             | ANDROID   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36 EdgA/136.0.0.0
            FIREFOX          | ANDROID   | Mozilla/5.0 (Android 15; Mobile; rv:139.0) Gecko/139.0 Firefox/139.0
            LINE             | ANDROID   | Mozilla/5.0 (Linux; Android 14; SO-52C Build/64.2.E.2.140; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.82 Mobile Safari/537.36 Line/14.6.0/IAB
            UNKNOWN          | ANDROID   | Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36
            UNKNOWN          | IPHONE    | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/372.0.767324858 Mobile/15E148 Safari/604.1
            CHROME           | WINDOWS   | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36
            EDGE             | WINDOWS   | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36 Edg/136.0.3240.92
            FIREFOX          | WINDOWS   | Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0
            UNKNOWN          | WINDOWS   | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36 OPR/120.0.0.0
            UNKNOWN          | WINDOWS   | Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko
            SAFARI           | MAC       | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15
            CHROME           | MAC       | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36
            CHROME           | CHROME_OS | Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36
            FIREFOX          | LINUX     | Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0
            CHROME           | LINUX     | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/137.0.0.0 Safari/537.36
            """)
    void whatBrowsersSendIsRead(Browser browser, OperatingSystem system, String header) {
        assertThat(UserAgent.read(header)).isEqualTo(new UserAgent(browser, system));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "-", "curl/8.14.1", "Java-http-client/21.0.7", "<script>alert(1)</script>", "'; --"})
    void whateverElseIsSentIsUnknown(String header) {
        assertThat(UserAgent.read(header)).isEqualTo(UserAgent.UNKNOWN);
    }

    @Test
    void howeverMuchIsSentLittleIsRead() {
        String said = "x".repeat(1_000_000) + " iPhone Safari/";

        assertThat(UserAgent.read(said)).isEqualTo(UserAgent.UNKNOWN);
    }

    @Test
    void eachIsReadBackFromItsShortForm() {
        for (Browser browser : Browser.values()) {
            for (OperatingSystem system : OperatingSystem.values()) {
                UserAgent agent = new UserAgent(browser, system);
                assertThat(agent.inShort()).hasSizeLessThanOrEqualTo(40).matches("[a-z-]+ [a-z-]+");
                assertThat(UserAgent.ofShort(agent.inShort())).isEqualTo(agent);
            }
        }
    }

    /** A node that is a release behind meets names that it does not know. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "safari", "ladybird serenity", "iphone safari", "safari iphone more words"})
    void aShortFormOfNobodysIsNoFault(String inShort) {
        assertThat(UserAgent.ofShort(inShort)).isNotNull();
    }

    @Test
    void whatIsKnownOfALaterShortFormStays() {
        assertThat(UserAgent.ofShort("ladybird mac")).isEqualTo(new UserAgent(Browser.UNKNOWN, OperatingSystem.MAC));
    }
}
