package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.HardInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever anybody sends in any field at any step, the portal answers as to any other mistake, and goes on. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("ASVS-1.2.1")
@Tag("ASVS-1.3.2")
@Tag("ASVS-2.2.1")
@Tag("ASVS-16.5.1")
class HostileInputIT {

    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String NEW_PASSWORD = "/recovery/new-password.xhtml";
    private static final String BIRTH_DATE = "/first-login/birth-date.xhtml";

    /** What each field holds while another is tried: of a wrong form, so that nothing is guessed and no step taken. */
    private static final Map<String, String> MISTAKES = Map.of(
            "birth-date", "1963",
            "user-id", "taro1",
            "new-password", "abc",
            "email", "taro@",
            "symbol", "",
            "number", "",
            "version", "0",
            "confirmation-code", "12",
            "one-time-password", "12");

    private static final List<String> MARKUP =
            List.of("<script>alert(", "<img src=x", "<svg/onload", "onerror=alert(1)>");

    /** What the expressions of {@link HardInput} make; too long to stand by chance in the number of a window. */
    private static final String EVALUATED = Long.toString(48_611L * 104_729L);

    private final PortalWithDatabase both;
    private final String demo;

    HostileInputIT(PortalWithDatabase both) {
        this.both = both;
        this.demo = both.portal().demo();
    }

    /** But the page that tells of the end of the first login: it has nothing to fill in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                LOGIN,
                BIRTH_DATE,
                "/first-login/terms.xhtml",
                "/first-login/user-id-and-method.xhtml",
                "/first-login/new-password.xhtml",
                "/first-login/email.xhtml",
                "/first-login/email-code.xhtml",
                "/mfa-setup/one-time-password.xhtml",
                "/mfa-setup/passkey.xhtml",
                "/sign-in/second-factor.xhtml",
                "/recovery/forgotten-password.xhtml",
                "/recovery/forgotten-user-id.xhtml",
                NEW_PASSWORD
            })
    void isRefusedInAnyFieldAndNothingElseIsLost(String page) {
        Newcomer newcomer = at(page);
        List<String> faults = new ArrayList<>();
        for (PageForm form : PageForm.in(newcomer.visitor().get(page))) {
            PageForm mistaken = withMistakes(page, form);
            for (String field : form.fields().keySet()) {
                for (String text : texts(field)) {
                    PageForm filled = mistaken.type(field, text);
                    Answer answer =
                            newcomer.visitor().ask(filled.press(form.buttons().get(0)));
                    faultsOf(page, answer).forEach(fault -> faults.add(field + "=" + start(text) + ": " + fault));
                    lost(filled, answer).forEach(lost -> faults.add(field + "=" + start(text) + " lost " + lost));
                }
                assertThat(newcomer.visitor().step())
                        .as("after %s", field)
                        .isEqualTo(page.contains("/forgotten-") ? LOGIN : page);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static PageForm withMistakes(String page, PageForm form) {
        PageForm mistaken = form;
        for (String field : form.fields().keySet()) {
            mistaken = mistaken.type(
                    field, MISTAKES.getOrDefault(field, form.fields().get(field)));
        }
        // Else each would be a guess, and be counted.
        return page.equals(LOGIN) && form.fields().containsKey("user-id") ? mistaken.type("user-id", "") : mistaken;
    }

    /** Long ones where a member types; the rest is looked at by Faces alone. */
    private static List<String> texts(String field) {
        return MISTAKES.containsKey(field) || field.equals("password") || field.startsWith("passkey-")
                ? Stream.concat(HardInput.texts(), HardInput.injections()).toList()
                : HardInput.injections().toList();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 30));
    }

    private static List<String> faultsOf(String asked, Answer answer) {
        List<String> faults = new ArrayList<>(SafeAnswer.faults(asked, answer));
        if (MARKUP.stream().anyMatch(answer.body()::contains)) {
            faults.add("markup comes back");
        }
        if (answer.body().contains(EVALUATED)) {
            faults.add("an expression was evaluated");
        }
        if (answer.cookiesSet().anyMatch(cookie -> cookie.startsWith("planted"))) {
            faults.add("a header was planted");
        }
        return faults;
    }

    /** The fields, but for secrets, whose text is not there again where the page is shown again. */
    private static List<String> lost(PageForm filled, Answer answer) {
        return PageForm.in(answer).stream()
                .filter(form -> form.buttons().equals(filled.buttons()))
                .flatMap(form -> form.fields().entrySet().stream())
                .filter(field -> List.of(
                                "birth-date",
                                "user-id",
                                "email",
                                "confirmation-code",
                                "one-time-password",
                                "symbol",
                                "number",
                                "device-name")
                        .contains(field.getKey()))
                .filter(field -> filled.fields().get(field.getKey()).length() < 100)
                .filter(field ->
                        !field.getValue().equals(comparable(filled.fields().get(field.getKey()))))
                .map(field -> field.getKey() + "=" + field.getValue())
                .toList();
    }

    /** As a page can hold it: neither half a pair of surrogates nor control characters. */
    private static String comparable(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }

    @Test
    void isRefusedInQueryCookieAndHeader() {
        Newcomer newcomer = at(BIRTH_DATE);
        List<String> faults = new ArrayList<>();
        Stream.concat(HardInput.texts(), HardInput.injections())
                .map(text -> text.substring(0, Math.min(text.length(), 500)))
                .forEach(text -> {
                    String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
                    String encoded = URLEncoder.encode(text, UTF_8);
                    String inOneLine = bytes.replaceAll("[\\r\\n\\x00]", "");
                    List<WireRequest> requests = new ArrayList<>();
                    for (String name : List.of("notice", "device", "jfwid", "anything", encoded)) {
                        requests.add(WireRequest.get(LOGIN + "?" + name + "=" + encoded));
                        requests.add(
                                WireRequest.get(BIRTH_DATE + "?" + name + "=" + encoded + "&" + name + "=" + encoded));
                    }
                    requests.add(WireRequest.get("/" + encoded.replace("+", "%20")));
                    for (String name :
                            List.of("User-Agent", "Accept-Language", "Accept", "Referer", "Origin", "X-Any")) {
                        requests.add(WireRequest.get(BIRTH_DATE).with(name, inOneLine));
                    }
                    for (String name : List.of("language", "text-size", "browser", "JSESSIONID", "sign-in")) {
                        requests.add(WireRequest.get(LOGIN).with("Cookie", name + "=" + inOneLine));
                    }
                    for (WireRequest request : requests) {
                        Visitor visitor = request.has("Cookie") ? new Visitor(demo) : newcomer.visitor();
                        faultsOf(request.target(), visitor.ask(request))
                                .forEach(fault -> faults.add(request + " " + start(text) + ": " + fault));
                    }
                });

        assertThat(faults).isEmpty();
        assertThat(newcomer.visitor().step()).isEqualTo(BIRTH_DATE);
    }

    /** Each form of which something is wrong as a whole: its type, its letters, its size. */
    @Test
    void isRefusedAsAWholeForm() {
        Newcomer newcomer = at(BIRTH_DATE);
        String mistake = Visitor.form("button-submit", "birth-date", "1963");
        byte[] right =
                Visitor.form("button-submit", "birth-date", Newcomer.BIRTH_DATE).getBytes(UTF_8);
        String urlEncoded = "application/x-www-form-urlencoded";
        List<WireRequest> forms = new ArrayList<>();
        for (String type : List.of(
                "application/json",
                "text/xml",
                "text/plain",
                "application/octet-stream",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=",
                "*/*",
                "x")) {
            forms.add(form().body(type, right));
        }
        for (String charset : List.of("nonsense", "UTF-7", "UTF-16", "IBM037", "\"", "../..", "")) {
            forms.add(form().body(urlEncoded + "; charset=" + charset, mistake.getBytes(UTF_8)));
        }
        for (String body : List.of(
                "%zz",
                "%",
                "%ff%fe=%c0%80",
                "&&&===&=&",
                mistake + "%zz",
                mistake + "%ed%a0%80",
                mistake + "\0",
                mistake + "&birth-date=" + Newcomer.BIRTH_DATE,
                mistake + "&button-submit=&button-submit=x&form=form&form=x",
                mistake + "&a=b".repeat(20_000),
                mistake
                        + IntStream.range(0, 20_000)
                                .mapToObj(n -> "&p" + n + "=")
                                .collect(Collectors.joining()),
                mistake + "&a=" + "b".repeat(990_000),
                "{\"a\":".repeat(10_000),
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")) {
            forms.add(form().form(body));
        }
        forms.add(form().form("a".repeat(1_000_001)));
        forms.add(form().form("a".repeat(10_500_000)));
        forms.add(form().form(mistake).inChunks());
        forms.add(form().form(mistake).with("Content-Encoding", "gzip"));
        forms.add(form().form(mistake).with("Expect", "200-ok"));
        forms.add(WireRequest.post(
                "/password-strength", "password=" + URLEncoder.encode("a\u0000".repeat(30_000), UTF_8)));
        for (String credential : List.of(
                "{",
                "[]",
                "null",
                "0",
                "[".repeat(50_000),
                "{\"response\":".repeat(5_000),
                "{\"id\":\"" + "A".repeat(100_000))) {
            forms.add(WireRequest.post(
                    LOGIN,
                    "passkey=passkey&jakarta.faces.ViewState=stateless&button-sign-in-with-passkey=&passkey-failure="
                            + "&passkey-challenge=x&passkey-credential=" + URLEncoder.encode(credential, UTF_8)));
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            int number = i;
            faultsOf(forms.get(i).target(), newcomer.visitor().ask(forms.get(i)))
                    .forEach(fault -> faults.add("form " + number + ": " + fault));
        }

        assertThat(faults).isEmpty();
        assertThat(newcomer.visitor().step()).isEqualTo(BIRTH_DATE);
    }

    private static WireRequest form() {
        return WireRequest.post(BIRTH_DATE, "");
    }

    /** More forms that do not come to an end than the server has threads, from somebody who is known: others are served. */
    @Test
    @Tag("ASVS-2.4.1")
    void letsOthersInWhileFormsCrawlIn() throws IOException {
        Newcomer slow = at(BIRTH_DATE);
        List<Socket> crawling = new ArrayList<>();
        try {
            for (int i = 0; i < 250; i++) {
                crawling.add(slow.visitor().begin(slow.filled(BIRTH_DATE, "button-submit", "birth-date", "1963"), 10));
            }

            Newcomer other = Newcomer.atDemo(both).asFarAs("/first-login/new-password.xhtml");

            assertThat(other.visitor().step()).isEqualTo("/first-login/new-password.xhtml");
        } finally {
            for (Socket socket : crawling) {
                socket.close();
            }
        }
    }

    /** After all of it, and nothing that was typed is in the log. */
    @AfterAll
    void theWayInIsAsEver() throws IOException {
        Newcomer canary = at("/first-login/new-password.xhtml");
        canary.visitor()
                .ask(WireRequest.post(
                        "/first-login/new-password.xhtml",
                        Visitor.form("button-submit")
                                + "&new-password=Canary2026%zz&password-confirmation=Canary2026%"));
        canary.asFarAs("/member/home.xhtml");

        assertThat(canary.visitor().get("/member/home.xhtml").body()).contains(canary.name());
        assertThat(Files.readString(both.portal().data().resolve("portal.log"), ISO_8859_1))
                .doesNotContain("Canary2026");
    }

    private Newcomer at(String page) {
        if (page.equals("/sign-in/second-factor.xhtml")) {
            return Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut().logIn();
        }
        if (page.equals(NEW_PASSWORD)) {
            return Newcomer.atDemo(both)
                    .asFarAs("/member/home.xhtml")
                    .confirmsHisAddress(both.database())
                    .signOut()
                    .forgetsPassword()
                    .asFarAs(NEW_PASSWORD);
        }
        if (page.contains("/forgotten-")) {
            return Newcomer.atDemo(both);
        }
        String method = page.contains("passkey") ? "PASSKEY" : "OTP";
        return Newcomer.at("demo", demo, both, method).asFarAs(page);
    }
}
