package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.mail.DemoMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member goes all the way, mistakes and faults among it, and nothing that is his is found where it must not be. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanariesIT {

    private static final String SYMBOL = "88271364";
    private static final String NUMBER = "70431955";
    private static final String INITIAL_PASSWORD = SYMBOL + NUMBER + "19570309";
    private static final String PASSWORD = "Kanariya7Tori88";
    private static final Pattern LINK = Pattern.compile("/recovery/link\\.xhtml\\?token=([A-Za-z0-9_-]+)");
    private static final String EMAIL = "kanariya@example.jp";

    private final PortalProcess portal;
    private final DatabaseServer database;
    private final Browser browser;

    /** Found nowhere but in the member's own row and the mail with the code. */
    private final Canaries secrets = new Canaries();

    /** Found in rows, mails and pages, as it must be, but in no log, audit row or address. */
    private final Canaries personal = new Canaries();

    private final List<String> addresses = Collections.synchronizedList(new ArrayList<>());

    CanariesIT(Browser browser) {
        this.browser = browser;
        PortalWithDatabase both = PortalWithDatabase.start(Path.of(
                "target", "journeys", "canaries-" + ProcessHandle.current().pid()));
        portal = both.portal();
        database = both.database();
    }

    @AfterAll
    void stop() {
        portal.close();
        database.close();
    }

    @BeforeAll
    void aMemberGoesAllTheWay() {
        database.run("update member set symbol = '" + SYMBOL + "', number = '" + NUMBER
                + "', birth_date = date '1957-03-09', name = '金糸雀 歌子', kana = 'カナリヤ ウタコ'"
                + " where number = '43226'");
        secrets.plant("symbol", SYMBOL);
        secrets.plant("number", NUMBER, SYMBOL + NUMBER, SYMBOL + "-" + NUMBER);
        secrets.plant("birth date", "19570309", "1957-03-09", "1957/03/09", "1957/3/9", "1957年3月9日");
        secrets.plant("birth date", "S32.3.9", "昭和32年3月9日", "S320309", "1957, 3, 9");
        secrets.plant("initial password", INITIAL_PASSWORD);
        secrets.plant("password", PASSWORD, PASSWORD.toLowerCase(), PASSWORD.toUpperCase());
        personal.plant("e-mail address", EMAIL);
        personal.plant("name", "金糸雀", "カナリヤ");
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.context().onRequest(request -> addresses.add(request.url()));
            Walk walk = new Walk(window, portal.demo());
            goThroughTheFirstLogin(window, walk);
            String key = setUpOtp(window, walk);
            walk.signOut("金糸雀 歌子");
            signInLater(window, walk, key);
            walk.signOut("金糸雀 歌子");
            forgetEverything(window);
        }
    }

    private void goThroughTheFirstLogin(BrowserWindow window, Walk walk) {
        walk.logIn(INITIAL_PASSWORD, INITIAL_PASSWORD);
        walk.logIn("member16", typed("wrong password", "Machigai1Kanariya"));
        walk.logIn("member16", INITIAL_PASSWORD);
        keepTokens(window);
        walk.confirmBirthDate(typed("wrong birth date", "1962-08-17"));
        walk.confirmBirthDate("昭和32年3月9日ごろ");
        walk.confirmBirthDate(INITIAL_PASSWORD);
        duringAFault(window, () -> walk.confirmBirthDate("S32.3.9"));
        walk.confirmBirthDate("S32.3.9").acceptTerms().chooseOtp();
        assertThat(window.heading()).isEqualTo("パスワードの更新");
        for (String refused : List.of("Tori19570309", "Tori" + SYMBOL + NUMBER, "Mijikai", INITIAL_PASSWORD)) {
            setPassword(window, typed("refused password", refused), refused);
        }
        setPassword(window, PASSWORD, typed("mistyped password", "Kanariya7Tori89"));
        duringAFault(window, () -> setPassword(window, PASSWORD, PASSWORD));
        setPassword(window, PASSWORD, PASSWORD);
        assertThat(window.heading()).isEqualTo("メールアドレスの更新");
        window.type("メールアドレス", EMAIL);
        window.press("実行");
        window.type("確認コード", PASSWORD);
        window.press("実行");
        String code = walk.emailCode(EMAIL);
        secrets.plant("e-mail code", code);
        window.type("確認コード", typed("wrong e-mail code", code.equals("731946") ? "731947" : "731946"));
        window.press("実行");
        duringAFault(window, () -> {
            window.type("確認コード", code);
            window.press("実行");
        });
        window.type("確認コード", code);
        window.press("実行");
        assertThat(window.heading()).isEqualTo("初回ログインが完了しました");
        keepTokens(window);
        walk.goOn();
    }

    private String setUpOtp(BrowserWindow window, Walk walk) {
        String key = typed("one-time password's key", walk.readKey());
        enterCode(window, "000000");
        duringAFault(window, () -> enterCode(window, typed("one-time password", OneTimePasswords.now(key))));
        enterCode(window, typed("one-time password", OneTimePasswords.now(key)));
        assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
        keepTokens(window);
        window.press("ポータルへ");
        assertThat(window.text()).contains("金糸雀 歌子", EMAIL);
        return key;
    }

    private void signInLater(BrowserWindow window, Walk walk, String key) {
        walk.logIn(PASSWORD, "member16");
        walk.logIn("member16", PASSWORD + "x");
        duringAFault(window, () -> walk.logIn("member16", PASSWORD));
        walk.logIn("member16", PASSWORD);
        keepTokens(window);
        enterCode(window, PASSWORD);
        enterCode(window, typed("old one-time password", OneTimePasswords.at(key, "now - 4 minutes")));
        enterCode(window, typed("one-time password", OneTimePasswords.next(key)));
        assertThat(window.heading()).isEqualTo("ポータル");
        keepTokens(window);
    }

    private void forgetEverything(BrowserWindow window) {
        duringAFault(window, () -> forgetPassword(window));
        forgetPassword(window);
        assertThat(window.heading()).isEqualTo("受け付けました");
        window.go(portal.demo() + "/recovery/forgotten-user-id.xhtml");
        window.type("生年月日", "S32.3.9");
        window.type("記号", SYMBOL);
        window.type("番号", NUMBER);
        window.press("実行");
        assertThat(window.heading()).isEqualTo("受け付けました");
        String token = tokenOfMail(window);
        secrets.plant("link", token);
        // Not in the window whose addresses are kept: this one has to have the link.
        try (BrowserWindow other = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            other.go(portal.demo() + "/recovery/link.xhtml?token=" + token);
            duringAFault(other, () -> other.press("続ける"));
            other.go(portal.demo() + "/recovery/link.xhtml?token=" + token);
            other.press("続ける");
            assertThat(other.heading()).isEqualTo("ワンタイムパスワードの入力");
            keepTokens(other);
        }
    }

    private void forgetPassword(BrowserWindow window) {
        window.go(portal.demo() + "/recovery/forgotten-password.xhtml");
        window.type("ユーザID", "member16");
        window.type("生年月日", "S32.3.9");
        window.press("実行");
    }

    private String tokenOfMail(BrowserWindow window) {
        AtomicReference<String> token = new AtomicReference<>();
        Await.until("a mail with a link", () -> {
            Matcher link = LINK.matcher(
                    window.context().request().get(portal.demo() + "/demo/mail").text());
            return link.find() && token.getAndSet(link.group(1)) == null;
        });
        return token.get();
    }

    private void enterCode(BrowserWindow window, String code) {
        window.type("ワンタイムパスワード", code);
        window.press("実行");
    }

    private static void setPassword(BrowserWindow window, String password, String again) {
        window.type("パスワード", password);
        window.type("パスワード確認用", again);
        window.press("実行");
    }

    /** Whatever is typed while the record cannot be written ends as a fault in the log. */
    private void duringAFault(BrowserWindow window, Runnable work) {
        database.run("alter table audit_entry rename to audit_entry_gone");
        try {
            work.run();
            assertThat(window.heading()).isEqualTo("エラーが発生しました");
        } finally {
            database.run("alter table audit_entry_gone rename to audit_entry");
        }
        window.go(portal.demo() + "/");
    }

    private String typed(String name, String secret) {
        secrets.plant(name, secret);
        return secret;
    }

    /** The tokens of the visit, as they are now. */
    private void keepTokens(BrowserWindow window) {
        window.context().cookies().stream()
                .filter(cookie -> List.of("sign-in", "browser", "JSESSIONID").contains(cookie.name))
                .forEach(cookie -> secrets.plant("cookie " + cookie.name, cookie.value));
    }

    @Test
    @Tag("ASVS-16.2.5")
    void theLogTellsNothing() throws IOException {
        Visitor visitor = new Visitor(portal.demo());
        visitor.get("/sign-in/password.xhtml?user-id=member16&password=" + PASSWORD);
        visitor.get("/" + PASSWORD + "/" + EMAIL + ".xhtml?birth-date=1957-03-09");
        visitor.get("/first-login/birth-date.xhtml?jfwid=" + PASSWORD);

        String log = log();

        assertThat(log).contains("failed");
        assertThat(secrets.in(log)).isEmpty();
        assertThat(personal.in(log)).isEmpty();
    }

    @Test
    @Tag("ASVS-16.4.1")
    void nobodyWritesALineIntoTheLog() throws IOException {
        String line = "2026-01-01T00:00:00.000 SEVERE forged-line";
        String encoded = line.replace(" ", "%20");
        String host = "\r\nHost: localhost:" + portal.port();
        sendRaw("GET /%0D%0A" + encoded + " HTTP/1.1" + host);
        sendRaw("GET /?%0D%0A" + encoded + " HTTP/1.1" + host);
        sendRaw("GET /" + line + host);
        for (String broken : List.of("\n" + line, "\r" + line, "%0D%0A" + encoded, "\r\n\t" + line)) {
            sendRaw("GET / HTTP/1.1" + host + broken);
            for (String header :
                    List.of("User-Agent", "Referer", "Cookie", "Origin", "X-Forwarded-For", "Content-Type")) {
                sendRaw("POST /sign-in/password.xhtml HTTP/1.1" + host
                        + "\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n" + header + ": x" + broken);
            }
        }
        new Visitor(portal.demo()).logIn("member16\r\n" + line, "x\r\n" + line);

        assertThat(log().lines()).noneMatch(begun -> begun.strip().startsWith("2026-01-01"));
    }

    @Test
    @Tag("ASVS-16.2.5")
    void theRecordTellsNothing() {
        List<String> rows = new ArrayList<>();
        database.eachValue((column, value) -> {
            if (column.startsWith("audit_")) {
                rows.add(column + ": " + value);
            }
        });

        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows).filteredOn(row -> !secrets.in(row).isEmpty()).isEmpty();
        assertThat(rows).filteredOn(row -> !personal.in(row).isEmpty()).isEmpty();
        // Whoever was not recognised may have typed anything: nothing of it is kept, but the name of the reason.
        String ofNobody = "select count(*) from audit_entry where account_id is null and detail ";
        assertThat(database.number(ofNobody + "= 'password.wrong'")).isGreaterThanOrEqualTo(2);
        assertThat(database.number(ofNobody + "not in ('password.wrong', '')")).isZero();
    }

    @Test
    @Tag("ASVS-6.5.2")
    void theDatabaseTellsNothingButTheMembersOwnRow() {
        List<String> found = new ArrayList<>();
        database.eachValue((column, value) -> secrets.in(value).forEach(secret -> found.add(secret + " in " + column)));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "symbol in member.symbol", "number in member.number", "birth date in member.birth_date");
    }

    @Test
    @Tag("ASVS-14.2.1")
    void noAddressThatTheBrowserAskedForTellsAnything() {
        assertThat(addresses).hasSizeGreaterThan(50);
        assertThat(addresses)
                .filteredOn(address -> !secrets.in(address).isEmpty())
                .isEmpty();
        assertThat(addresses)
                .filteredOn(address -> !personal.in(address).isEmpty())
                .isEmpty();
    }

    @Test
    void onlyTheMailWithTheCodeHasTheCodeAndThatWithTheLinkTheLink() throws Exception {
        Await.until(
                "all mail is sent",
                () -> database.number("select count(*) from outgoing_mail where sent_at is null") == 0);

        List<DemoMailbox.Received> mails = new ArrayList<>();
        for (DemoMailbox.Received mail : new DemoMailbox(portal.data().resolve("mail")).newestFirst(sender())) {
            String everything = mail.headers().stream()
                            .map(header -> header.getName() + ": " + header.getValue())
                            .collect(Collectors.joining("\n"))
                    + "\n" + mail.text();
            if (!secrets.in(everything).isEmpty()) {
                String own = everything.contains("link.xhtml") ? "link" : "e-mail code";
                assertThat(secrets.in(everything)).containsExactly(own);
                mails.add(mail);
            }
        }

        assertThat(mails).hasSize(2);
        assertThat(
                        database.number(
                                "select count(*) from outgoing_mail where sealed_arguments is not null or sealed_recipient is not null"))
                .isZero();
    }

    private String sender() {
        return database.text("select sender_address from insurer where code = 'demo'");
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(portal.data())) {
            StringBuilder all = new StringBuilder();
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(new String(Files.readAllBytes(log), UTF_8));
            }
            return all.toString();
        }
    }

    /** Sends what no well-behaved client would, and waits until the server has answered or hung up. */
    private void sendRaw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", portal.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }
}
