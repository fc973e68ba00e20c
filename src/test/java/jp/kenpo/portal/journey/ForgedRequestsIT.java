package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of the portal made, though they come with the member's cookies. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedRequestsIT {

    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String BIRTH_DATE = "/first-login/birth-date.xhtml";
    private static final String TERMS = "/first-login/terms.xhtml";

    private final PortalWithDatabase both;
    private final String demo;
    private final String sakura;

    /** Stays before the question for his birth date, whatever is done in his name. */
    private final Newcomer newcomer;

    ForgedRequestsIT(PortalWithDatabase both) {
        this.both = both;
        this.demo = both.portal().demo();
        this.sakura = both.portal().sakura();
        this.newcomer = Newcomer.atDemo(both).asFarAs(BIRTH_DATE);
    }

    /** The answer that would take him to the next step if it were his. */
    private WireRequest rightBirthDate() {
        return newcomer.filled(BIRTH_DATE, "button-submit", "birth-date", Newcomer.BIRTH_DATE);
    }

    private void changesNothing(WireRequest forged) {
        Answer answer = newcomer.visitor().ask(forged);

        assertThat(SafeAnswer.faults(forged.target(), answer)).isEmpty();
        assertThat(newcomer.visitor().step()).isEqualTo(BIRTH_DATE);
    }

    @Nested
    @Tag("ASVS-3.5.1")
    class FromElsewhere {

        @ParameterizedTest
        @ValueSource(
                strings = {"same-site", "cross-site", "none", "", "SAME-ORIGIN", "same-origin, cross-site", "anything"})
        void areNotRead(String site) {
            changesNothing(rightBirthDate().butWith("Sec-Fetch-Site", site).with("Origin", demo));
        }

        @ParameterizedTest
        @MethodSource("jp.kenpo.portal.journey.ForgedRequestsIT#otherOrigins")
        void areNotReadFromAnOlderBrowser(UnaryOperator<String> origin) {
            changesNothing(rightBirthDate().without("Sec-Fetch-Site").with("Origin", origin.apply(demo)));
        }

        @Test
        void areNotReadWithoutAWordOfWhereTheyComeFrom() {
            changesNothing(rightBirthDate().without("Sec-Fetch-Site"));
        }

        @Test
        void neitherSignOutNorChooseALanguage() {
            for (String form : List.of("/sign-out", "/preferences")) {
                Answer answer = newcomer.visitor()
                        .ask(WireRequest.post(form, "language=en").butWith("Sec-Fetch-Site", "same-site"));

                assertThat(answer.cookiesSet()).isEmpty();
                assertThat(newcomer.visitor().step()).isEqualTo(BIRTH_DATE);
            }
        }

        @Test
        void areReadFromAnOlderBrowserThatNamesOurOrigin() {
            Newcomer another = Newcomer.atDemo(both).asFarAs(BIRTH_DATE);
            another.visitor()
                    .ask(another.filled(BIRTH_DATE, "button-submit", "birth-date", Newcomer.BIRTH_DATE)
                            .without("Sec-Fetch-Site")
                            .with("Origin", demo));

            assertThat(another.visitor().step()).isEqualTo(TERMS);
        }
    }

    static Stream<UnaryOperator<String>> otherOrigins() {
        return Stream.of(
                ours -> "null",
                ours -> "",
                ours -> ours.replace("//", "//sakura."),
                ours -> ours.replace("http:", "https:"),
                ours -> ours + "0",
                ours -> ours.replaceAll(":[0-9]+$", ""),
                ours -> ours + "/",
                ours -> ours + ".example",
                ours -> ours + " https://example.org",
                ours -> "https://example.org");
    }

    /** What a link could do is done by a click that nobody meant (ASVS 3.5.3). */
    @Nested
    @Tag("ASVS-3.5.3")
    class ByAnotherMethod {

        @Test
        void changeNothing() {
            String query = "?" + Visitor.form("button-submit", "birth-date", Newcomer.BIRTH_DATE);
            for (String method : List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "post", "ANY")) {
                changesNothing(WireRequest.of(method, BIRTH_DATE + query).with("Sec-Fetch-Site", "same-origin"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
        void areWhatTheyAre(String header) {
            changesNothing(WireRequest.get(BIRTH_DATE + "?_method=POST&"
                            + Visitor.form("button-submit", "birth-date", Newcomer.BIRTH_DATE))
                    .with("Sec-Fetch-Site", "same-origin")
                    .with(header, "POST"));
        }
    }

    @Nested
    class ToAnotherHost {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "example.org",
                    "localhost",
                    "localhost:1",
                    "localhost.",
                    "localhost:PORT.",
                    "a@localhost:PORT",
                    "localhost:PORT@example.org",
                    "localhost:PORT/",
                    "localhost:PORT,example.org",
                    "other.localhost:PORT",
                    "[::1]:PORT",
                    ""
                })
        void areNobodys(String host) {
            WireRequest request = WireRequest.get("/member/home.xhtml")
                    .with(
                            "Host",
                            host.replace("PORT", Integer.toString(both.portal().port())));

            Answer answer = newcomer.visitor().ask(request);

            assertThat(answer.status() == 404 || SafeAnswer.isServersOwn(answer))
                    .as("%s", answer)
                    .isTrue();
            assertThat(answer.body()).doesNotContain("健康保険組合", "example.org");
            assertThat(SafeAnswer.faults("/", answer)).isEmpty();
        }

        @Test
        void areTheSameInCapitals() {
            WireRequest request = WireRequest.get("/")
                    .with("Host", "LOCALHOST:" + both.portal().port());

            assertThat(newcomer.visitor().ask(request).location()).isEqualTo(BIRTH_DATE);
        }

        @Test
        @Tag("ASVS-8.4.1")
        void areAStrangersAtTheOtherInsurer() {
            String other = sakura.replace("http://", "");
            for (WireRequest request : List.of(
                    WireRequest.get("/").with("Host", other),
                    WireRequest.get(sakura + "/").with("Host", other),
                    WireRequest.get(sakura + "/").with("Host", demo.replace("http://", "")),
                    WireRequest.get("/").with("Host", other).with("Host", demo.replace("http://", "")))) {
                Answer answer = newcomer.visitor().copyAt(demo).ask(request);

                assertThat(answer.status() == 400 || answer.location().startsWith(LOGIN))
                        .as("%s leads to %s", request, answer)
                        .isTrue();
            }
        }

        /** A proxy that ends TLS has no word in which host or scheme it is: that stands in the database. */
        @ParameterizedTest
        @CsvSource({
            "X-Forwarded-Host, sakura.localhost",
            "X-Forwarded-Host, example.org",
            "X-Forwarded-Server, example.org",
            "X-Forwarded-Proto, https",
            "X-Forwarded-Scheme, https",
            "X-Forwarded-Port, 443",
            "X-Forwarded-Prefix, /example",
            "Forwarded, for=192.0.2.1;host=example.org;proto=https",
            "X-Host, example.org",
            "X-Original-URL, /member/home.xhtml",
            "X-Rewrite-URL, /member/home.xhtml",
            "Proxy-Authorization, Basic QTpC",
            "Authorization, Basic QTpC"
        })
        @Tag("ASVS-3.7.2")
        void areNotWhatAHeaderSays(String header, String value) {
            Answer plain = newcomer.visitor().get(BIRTH_DATE);
            Answer answer = newcomer.visitor().ask(WireRequest.get(BIRTH_DATE).with(header, value));
            Answer root = newcomer.visitor().ask(WireRequest.get("/").with(header, value));

            assertThat(whatStays(answer)).isEqualTo(whatStays(plain));
            assertThat(answer.headers()).noneMatch(line -> line.contains("example.org"));
            assertThat(root.location()).isEqualTo(BIRTH_DATE);
        }

        @Test
        @Tag("ASVS-16.2.1")
        void areRecordedAtTheAddressThatTheyCameFrom() {
            Newcomer another = Newcomer.atDemo(both);
            another.visitor()
                    .ask(another.filled(
                                    LOGIN,
                                    "button-sign-in",
                                    "user-id",
                                    another.userId(),
                                    "password",
                                    another.password())
                            .with("X-Forwarded-For", "192.0.2.7")
                            .with("X-Real-IP", "192.0.2.7"));

            assertThat(both.database()
                            .number("select count(*) from audit_entry where address = '127.0.0.1' and "
                                    + another.isAccount()))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//example.org/",
                    "/\\example.org",
                    "\\/example.org",
                    "https://example.org/",
                    "javascript:alert(1)",
                    "/%0d%0aLocation:%20https://example.org",
                    "/\t/example.org",
                    "/\r\nSet-Cookie: a=b",
                    "///example.org",
                    "@example.org",
                    "/a\\..\\..\\example.org",
                    " //example.org",
                    ""
                })
        @Tag("ASVS-3.7.2")
        void areNotLedThereByTheWayBack(String back) {
            Answer answer =
                    newcomer.visitor().ask(WireRequest.post("/preferences", Visitor.form("textSize", "back", back)));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(SafeAnswer.faults("/preferences", answer)).isEmpty();
            assertThat(answer.cookiesSet()).isEmpty();
        }
    }

    /** What Faces itself takes from a form, or would. */
    @Nested
    class WithAnotherState {

        private static final String STATE = "jakarta.faces.ViewState=stateless";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jakarta.faces.ViewState=x",
                    "jakarta.faces.ViewState=",
                    "jakarta.faces.ViewState=-1%3A-1",
                    "jakarta.faces.ViewState=rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA%3D%3D",
                    "jakarta.faces.ViewState=stateless&jakarta.faces.ViewState=x",
                    "jakarta.faces.ViewState=x&jakarta.faces.ViewState=stateless",
                    "jakarta.faces.ViewState=%00",
                    "javax.faces.ViewState=stateless",
                    "jakarta.faces.ViewState=stateless&jftfdi=&jffi=first-login",
                    "jakarta.faces.ViewState=stateless&jffi=x",
                    "jakarta.faces.ViewState=stateless&jftfdi=jakarta.faces.flow.NullFlow",
                    ""
                })
        @Tag("ASVS-2.3.1")
        void changeNothing(String state) {
            String form = Visitor.form("button-submit", "birth-date", Newcomer.BIRTH_DATE)
                    .replace(STATE, state);

            changesNothing(WireRequest.post(BIRTH_DATE, form));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "0", "%00", "../..", "1:2:3", "no-flow"})
        void areHarmlessInAnUnknownWindow(String window) {
            changesNothing(WireRequest.post(
                    BIRTH_DATE + "?jfwid=" + window,
                    Visitor.form("button-submit", "birth-date", "1963") + "&jakarta.faces.ClientWindow=" + window));
        }

        /** No page sends such a thing; the step that is not open yet stays closed to it as to any other form. */
        @ParameterizedTest
        @ValueSource(strings = {BIRTH_DATE, TERMS, "/first-login/new-password.xhtml", "/member/home.xhtml", LOGIN})
        @Tag("ASVS-2.3.1")
        void areNoWayRoundAsPartsOfAPage(String page) {
            String form =
                    Visitor.form("button-agree", "version", "1", "new-password", "Machigai2026", "birth-date", "1963")
                            + "&jakarta.faces.partial.ajax=true&jakarta.faces.partial.execute=%40all"
                            + "&jakarta.faces.partial.render=%40all&jakarta.faces.source=button-submit"
                            + "&jakarta.faces.behavior.event=action&jakarta.faces.partial.resetValues=true";

            changesNothing(WireRequest.post(page, form).with("Faces-Request", "partial/ajax"));
            changesNothing(WireRequest.get(page + "?" + form).with("Faces-Request", "partial/ajax"));
        }

        @Test
        void openNoPasskeysChallenge() {
            for (String challenge : List.of("", "x", "A".repeat(2000), "%00", "AAAA.BBBB")) {
                Answer answer = new Visitor(demo)
                        .ask(WireRequest.post(
                                LOGIN,
                                "passkey=passkey&jakarta.faces.ViewState=stateless&button-sign-in-with-passkey="
                                        + "&passkey-credential=%7B%7D&passkey-failure=&passkey-challenge="
                                        + challenge));

                assertThat(SafeAnswer.faults(LOGIN, answer)).isEmpty();
                assertThat(answer.cookiesSet()).noneMatch(cookie -> cookie.startsWith("sign-in="));
            }
        }
    }

    /** A sibling of an insurer's host can set cookies for it, but for those with the prefix (RFC 6265bis § 4.1.3.2). */
    @Nested
    class WithPlantedCookies {

        @Test
        @Tag("ASVS-3.3.3")
        void areNobodysUnderTlsWithoutThePrefix() {
            Newcomer underTls = underTls();
            String cookies = underTls.visitor().cookies();
            assertThat(cookies).contains("__Host-sign-in=");

            assertThat(asked(underTls, cookies)).isEqualTo(BIRTH_DATE);
            assertThat(asked(underTls, cookies.replace("__Host-", ""))).isEqualTo(LOGIN);
            assertThat(asked(underTls, cookies + "; sign-in=" + "A".repeat(43))).isEqualTo(BIRTH_DATE);
            assertThat(asked(underTls, cookies.replace("__Host-", "") + "; __Host-sign-in=" + "A".repeat(43)))
                    .isEqualTo(LOGIN);
        }

        @Test
        void areNobodysWithoutTlsWithThePrefix() {
            String cookies = newcomer.visitor().cookies();

            assertThat(asked(newcomer, cookies.replace("sign-in=", "__Host-sign-in=")))
                    .isEqualTo(LOGIN);
            assertThat(asked(newcomer, cookies + "; __Host-sign-in=" + "A".repeat(43)))
                    .isEqualTo(BIRTH_DATE);
        }

        private String asked(Newcomer who, String cookies) {
            return who.visitor()
                    .withoutCookies()
                    .ask(WireRequest.get("/").with("Cookie", cookies))
                    .location()
                    .split("\\?")[0];
        }
    }

    @Nested
    class UnderTls {

        @Test
        @Tag("ASVS-3.4.1")
        void eachAnswerForbidsToComeWithoutIt() {
            Visitor visitor = new Visitor(TlsInsurer.at(both));
            for (WireRequest request : List.of(
                    WireRequest.get("/"),
                    WireRequest.get(LOGIN),
                    WireRequest.get("/nowhere.xhtml"),
                    WireRequest.get("/information"),
                    WireRequest.get("/WEB-INF/web.xml"),
                    WireRequest.get("/assets/any/portal.css"),
                    WireRequest.get("/brand/1/logo.svg"),
                    WireRequest.get("/member/home.xhtml"),
                    WireRequest.of("PUT", LOGIN),
                    WireRequest.post("/sign-out", ""),
                    WireRequest.post(LOGIN, "a".repeat(1_100_000)),
                    WireRequest.post(LOGIN, "").butWith("Sec-Fetch-Site", "cross-site"))) {
                Answer answer = visitor.ask(request);

                assertThat(answer.headers("Strict-Transport-Security"))
                        .as("%s", request)
                        .containsExactly("max-age=63072000");
                assertThat(SafeAnswer.faults(request.target(), answer)).isEmpty();
            }
        }

        @Test
        @Tag("ASVS-3.3.1")
        @Tag("ASVS-3.3.2")
        void eachCookieOfThePortalsStaysOnTheHost() {
            Visitor visitor = new Visitor(TlsInsurer.at(both));
            Newcomer underTls = Newcomer.at(TlsInsurer.CODE, TlsInsurer.at(both), both, "OTP");
            List<String> cookies = Stream.of(
                            visitor.ask(WireRequest.post("/preferences", "language=en&textSize=large")),
                            visitor.ask(WireRequest.post("/sign-in/passkey-options", "")),
                            underTls.press(
                                    LOGIN,
                                    "button-sign-in",
                                    "user-id",
                                    underTls.userId(),
                                    "password",
                                    underTls.password()))
                    .flatMap(Answer::cookiesSet)
                    .toList();

            assertThat(cookies)
                    .extracting(cookie -> cookie.split("=")[0])
                    .containsExactlyInAnyOrder("language", "text-size", "__Host-browser", "__Host-sign-in");
            assertThat(cookies)
                    .allSatisfy(cookie -> assertThat(cookie.split("; *"))
                            .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                            .noneMatch(attribute -> attribute.startsWith("Domain")));
        }
    }

    /** Each look at a page of a flow is a window of its own. */
    private static String whatStays(Answer page) {
        return page.body().replaceAll("[0-9a-f-]{36}:[0-9]+|data-seconds-left=\"[0-9]+\"", "");
    }

    private Newcomer underTls() {
        return Newcomer.at(TlsInsurer.CODE, TlsInsurer.at(both), both, "OTP").asFarAs(BIRTH_DATE);
    }
}
