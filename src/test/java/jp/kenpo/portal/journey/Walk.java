package jp.kenpo.portal.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.Await;

/** The way through the first login as the manual has it, for journeys that are about something else. */
final class Walk {

    /** A password that every insurer's policy takes. */
    static final String PASSWORD = "Hokenjo2026sho";

    private final BrowserWindow window;
    private final String portal;
    private final AuthenticatorApp app;

    /** At a portal whose time is the machine's. */
    Walk(BrowserWindow window, String portal) {
        this(window, portal, AuthenticatorApp.OF_TODAY);
    }

    /** At the first demo insurer. */
    Walk(BrowserWindow window, PortalWithDatabase both) {
        this(window, both.portal().demo(), both.app());
    }

    private Walk(BrowserWindow window, String portal, AuthenticatorApp app) {
        this.window = window;
        this.portal = portal;
        this.app = app;
    }

    Walk logIn(String userId, String password) {
        window.go(portal + "/");
        window.type("ユーザID", userId);
        window.type("パスワード", password);
        window.press("ログイン");
        return this;
    }

    Walk confirmBirthDate(String typed) {
        window.type("生年月日", typed);
        window.press("実行");
        return this;
    }

    Walk acceptTerms() {
        window.press("同意する");
        return this;
    }

    Walk chooseOtp() {
        window.choose("OTP認証");
        window.press("実行");
        return this;
    }

    Walk choosePasskey() {
        window.choose("生体認証");
        window.press("実行");
        return this;
    }

    Walk setPassword() {
        window.type("パスワード", PASSWORD);
        window.type("パスワード確認用", PASSWORD);
        window.press("実行");
        return this;
    }

    Walk putEmailOff(String address) {
        window.type("メールアドレス", address);
        window.press("実行");
        window.press("あとで確認する");
        return this;
    }

    Walk goOn() {
        window.press("このまま認証の登録に進む");
        return this;
    }

    /** From the choice of biometrics to the page that sets them up. */
    Walk goToPasskey() {
        return choosePasskey().setPassword().putEmailOff("mihon@example.jp").goOn();
    }

    /** From the choice of biometrics to the name of the passkey that was made. */
    Walk makePasskey() {
        goToPasskey();
        window.press("続ける");
        window.waitForHeading("デバイスの名前");
        return this;
    }

    /** Enters the code that belongs to the QR code, and returns the key. */
    String setUpOtp() {
        String key = readKey();
        window.type("ワンタイムパスワード", app.first(key));
        window.press("実行");
        return key;
    }

    /** The key in the QR code. */
    String readKey() {
        if (window.isPhone()) {
            window.unfold("別の端末のカメラで読み取る");
        }
        return OneTimePasswords.keyFrom(window.picture("qr-" + System.identityHashCode(window)));
    }

    /** By the menu at the member's name, as the manual shows it. */
    void signOut(String name) {
        window.unfold(name);
        PageTurn.by(window.page()
                .locator("header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("ログアウト")));
    }

    /** From the login page to the choice of the second factor. */
    Walk asFarAsTheMethod(int memberNumber) {
        return logIn(userId(memberNumber), initialPassword(memberNumber))
                .confirmBirthDate((1960 + memberNumber) + "0101")
                .acceptTerms();
    }

    /** The whole way up to the home page's door; the key of the device that was set up. */
    String whole(int memberNumber) {
        return asFarAsTheMethod(memberNumber)
                .chooseOtp()
                .setPassword()
                .putEmailOff("mihon@example.jp")
                .goOn()
                .setUpOtp();
    }

    static String userId(int memberNumber) {
        return "member%02d".formatted(memberNumber);
    }

    static String initialPassword(int memberNumber) {
        return "9999" + (43210 + memberNumber) + (1960 + memberNumber) + "0101";
    }

    /** The confirmation code of the newest mail to an address, from the demo's mail page. */
    String emailCode(String address) {
        Pattern mail = Pattern.compile(Pattern.quote(address) + ".*?\\n([0-9]{6})\\n", Pattern.DOTALL);
        AtomicReference<String> code = new AtomicReference<>();
        Await.until("a mail to " + address, () -> {
            Matcher found = mail.matcher(mailPage());
            return found.find() && code.getAndSet(found.group(1)) == null;
        });
        return code.get();
    }

    private String mailPage() {
        return window.context().request().get(portal + "/demo/mail").text().replace("\r", "");
    }
}
