package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The insurer's staff help members who are stuck, each in a browser of his own. */
@ExtendWith(Journey.class)
class StaffJourneyIT {

    private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    StaffJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    /** At a portal whose time nobody moves, since the link is good for a week. */
    @Test
    void theFirstManagerIsInvitedAtTheFirstStart(PortalProcess portal) {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.go(portal.demo() + Colleague.invitedAtTheFirstStart(portal).invitation());
            assertThat(window.text()).contains("staff01", "担当者としてお使いになるための招待です。");
        }
    }

    /** From the telephone number on his page to a new telephone, recognised by a code in his mail. */
    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoseDevicesWereResetIsBackByACodeInHisMail(int width) {
        Newcomer member = aMember().confirmsHisAddress(both.database());
        // Mail counts only where address and password are older than the reset.
        both.time().moveBy(Duration.ofDays(8));
        try (BrowserWindow own = BrowserWindow.open(browser, width);
                BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague colleague = Colleague.invitedAtDemo(both, "HELP_DESK");
            desk.go(demo + colleague.invitation());
            assertThat(desk.text()).contains(colleague.userId(), "招待です。");
            desk.look("M-invitation");
            colleague.begin(desk, both);
            assertThat(desk.heading()).isEqualTo("窓口");
            desk.look("M2");
            desk.press("検索する");
            assertThat(desk.refusals()).containsExactly("ユーザID、記号・番号、生年月日、受付番号のいずれかを入力してください。");
            desk.look("M2-errors");

            desk.type("ユーザID", member.userId());
            desk.press("検索する");
            assertThat(desk.text()).contains(member.name());
            desk.look("M2-found");
            desk.follow(member.name());
            assertThat(desk.heading()).isEqualTo("加入者の登録状況");
            assertThat(desk.text()).contains("加入者ご本人も「利用履歴」で見ることができます。").doesNotContain("登録が完了し、利用できます。");
            desk.look("M2-why");
            String unlock = desk.page().url().replace("member.xhtml", "unlock.xhtml");
            desk.press("登録状況を見る");
            assertThat(desk.refusals()).containsExactly("理由を選んでください。");
            desk.look("M2-why-errors");
            desk.go(unlock);
            assertThat(desk.text()).contains("はじめに、この方の情報を見る理由を選んでください。").doesNotContain(member.userId());
            desk.look("M2-why-first");
            desk.follow("理由を選ぶ");
            Colleague.saysWhy(desk);
            assertThat(desk.text()).contains("登録が完了し、利用できます。").doesNotContain(member.email());
            desk.look("M2-member");
            desk.follow("認証方法をリセットする");
            desk.look("M2-reset");
            desk.press("リセットする");
            assertThat(desk.refusals()).hasSize(2).first().isEqualTo("理由を選んでください。");
            desk.look("M2-reset-errors");
            resetFactors(desk);
            assertThat(desk.text()).contains("認証方法をリセットしました。加入者の方へメールでお知らせします。");

            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            assertThat(own.heading()).isEqualTo("認証方法の登録し直し");
            assertThat(own.text()).doesNotContain(member.name(), member.email());
            own.look("D1-reset");
            own.press("確認コードを送る");
            own.look("D1-reset-code");
            own.press("実行");
            assertThat(own.refusals()).containsExactly("確認コードを入力してください。");
            own.type("確認コード", member.awaitEmailCode());
            own.press("実行");
            assertThat(own.heading()).isEqualTo("ワンタイムパスワードの設定");
            own.look("D1-reset-setup");
            new Walk(own, both).setUpOtp();
            own.press("ポータルへ");

            own.go(demo + "/member/history.xhtml");
            assertThat(own.text()).contains("健康保険組合の担当者が登録の状況を確認しました", "健康保険組合の担当者が認証方法をリセットしました");
            assertThat(own.text()).contains("担当：窓口", "理由：紛失・故障");
            own.look("A4-staff");
        }
        member.awaitMailAbout("認証方法がリセットされました");
    }

    /** Nobody confirmed an address: he calls, reads a number, and later another one. */
    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoHasNoMailIsRecognisedByTheStaff(int width) {
        Newcomer member = aMember();
        try (BrowserWindow own = BrowserWindow.open(browser, width);
                BrowserWindow desk = BrowserWindow.open(browser, width)) {
            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            own.go(demo + "/sign-in/lost-device.xhtml");
            own.press("受付番号を発行する");
            Matcher reference = REFERENCE.matcher(own.text());
            assertThat(reference.find()).isTrue();

            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.type("受付番号", reference.group().toLowerCase().replace("-", " "));
            desk.press("検索する");
            assertThat(desk.text()).contains("お問い合わせの受付番号を発行しました");
            desk.look("M2-reference");
            desk.follow(member.name() + " さんの登録状況を見る");
            Colleague.saysWhy(desk);
            desk.follow("認証方法をリセットする");
            resetFactors(desk);

            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            assertThat(own.text()).doesNotContain("メールで確認する");
            own.press("番号の画面へ進む");
            own.look("D1-desk");
            own.press("番号を表示する");
            own.look("D1-desk-code");
            String code = own.page().locator(".desk-code").innerText();
            own.press("続ける");
            assertThat(own.refusals()).hasSize(1);
            own.look("D1-desk-errors");

            desk.follow("加入者の画面の番号を確認する");
            desk.look("M2-desk-code");
            desk.type("加入者の画面の番号", "12345");
            desk.press("確認する");
            assertThat(desk.refusals()).containsExactly("番号は数字6桁で入力してください。");
            desk.look("M2-desk-code-errors");
            desk.type("加入者の画面の番号", code);
            desk.press("確認する");
            assertThat(desk.text()).contains("番号を確認しました。");
            desk.look("M2-desk-code-taken");

            own.press("続ける");
            assertThat(own.heading()).isEqualTo("ワンタイムパスワードの設定");
            new Walk(own, both).setUpOtp();
            assertThat(own.heading()).isEqualTo("以上で設定が完了しました");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void staffStopWhoeverWaits(int width) {
        Newcomer member = aMember().confirmsHisAddress(both.database()).losesAllDevices();
        try (BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            PageTurn.by(desk.button("English").first());
            desk.look("M2-en");
            desk.type("Symbol (記号)", "9999");
            desk.press("Search");
            desk.look("M2-errors-en");
            desk.type("Number (番号)", member.number());
            desk.press("Search");
            desk.follow(member.name());
            desk.look("M2-why-en");
            desk.choose("A call");
            desk.press("See the member");
            desk.look("M2-waiting-en");
            desk.follow("Stop the procedure to log in without devices");
            desk.look("M2-stop-en");
            choose(desk, "Somebody else", "Symbol and number", "Papers with a picture");
            desk.press("Stop");
            assertThat(desk.text())
                    .contains("The procedure without devices is stopped.")
                    .doesNotContain("Somebody waits");
            desk.look("M2-stopped-en");
            desk.follow("Take away all ways to confirm");
            desk.look("M2-reset-en");
        }
        member.awaitMailAbout("デバイスを使わずにログインする手続きを取りやめました");
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void staffSignSomebodyOutAndLetHimTryAgain(int width) {
        Newcomer member = aMember().confirmsHisAddress(both.database());
        try (BrowserWindow own = BrowserWindow.open(browser, width);
                BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            String page = search(desk, member);
            assertThat(desk.text()).doesNotContain("入力の制限を解除する");
            for (int i = 0; i < 6; i++) {
                new Walk(own, both).logIn(member.userId(), "wrong-password1");
            }
            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            assertThat(own.refusals()).hasSize(1);

            desk.go(page);
            assertThat(desk.text()).contains("入力を制限しています。");
            desk.look("M2-held-up");
            desk.follow("入力の制限を解除する");
            desk.look("M2-unlock");
            desk.press("解除する");
            assertThat(desk.refusals()).hasSize(2);
            desk.look("M2-unlock-errors");
            choose(desk, "入力の間違い", "氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("解除する");
            assertThat(desk.text()).contains("入力の制限を解除しました。").doesNotContain("入力を制限しています。");

            member.logIn();
            assertThat(member.visitor().step()).isEqualTo("/sign-in/second-factor.xhtml");
            desk.follow("すべての端末をログアウトさせる");
            desk.look("M2-sessions-end");
            desk.press("ログアウトさせる");
            assertThat(desk.refusals()).hasSize(2);
            choose(desk, "不審な利用", "氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("ログアウトさせる");
            assertThat(desk.text()).contains("すべての端末をログアウトさせました。", "健康保険組合の担当者が、入力の制限を解除しました");
            PageTurn.by(desk.button("English").first());
            desk.look("M2-sessions-ended-en");
        }
        assertThat(member.visitor().step()).isEqualTo("/sign-in/password.xhtml");
        member.awaitMailAbout("入力の制限を解除しました");
        member.awaitMailAbout("担当者がログアウトの操作をしました");
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void staffHaveTheInitialPasswordWorkAgain(int width) {
        Newcomer member = Newcomer.atDemo(both);
        String initial = member.password();
        member.asFarAs("/member/home.xhtml").confirmsHisAddress(both.database()).signOut();
        try (BrowserWindow own = BrowserWindow.open(browser, width);
                BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            search(desk, member);
            desk.follow("初期パスワードに戻す");
            desk.look("M2-password-reset");
            desk.press("初期パスワードに戻す");
            assertThat(desk.refusals()).hasSize(2);
            desk.look("M2-password-reset-errors");
            choose(desk, "パスワードを忘れた", "氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("初期パスワードに戻す");
            assertThat(desk.text())
                    .contains("初期パスワードに戻しました。", "健康保険組合の担当者が、パスワードを初期パスワードに戻しました", "お知らせ状を作成する", "初期パスワードに戻っています。");
            desk.look("M2-password-was-reset");

            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            assertThat(own.refusals()).hasSize(1);
            new Walk(own, both).logIn(member.userId(), initial);
            own.type("ワンタイムパスワード", member.nextCode());
            own.press("実行");
            assertThat(own.heading()).isEqualTo("パスワードの更新");
            new Walk(own, both).setPassword();
            assertThat(own.heading()).isEqualTo("ポータル");
        }
        member.awaitMailAbout("初期パスワードに戻しました");
    }

    @Test
    void staffEnterAnotherAddressWhichTheMemberConfirms() {
        Newcomer member = aMember().confirmsHisAddress(both.database()).signOut();
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE);
                BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            search(desk, member);
            desk.follow("メールアドレスを訂正する");
            desk.look("M2-email");
            desk.type("新しいメールアドレス", "no-address");
            desk.press("訂正する");
            assertThat(desk.refusals()).hasSize(3);
            desk.look("M2-email-errors");
            desk.type("新しいメールアドレス", member.email());
            choose(desk, "メールが届かない", "氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("訂正する");
            assertThat(desk.refusals()).containsExactly("いま登録されているメールアドレスと同じです。");
            desk.type("新しいメールアドレス", "new-" + member.email());
            desk.press("訂正する");
            assertThat(desk.text()).contains("メールアドレスを訂正しました。").doesNotContain("new-" + member.email());
            PageTurn.by(desk.button("English").first());
            desk.look("M2-email-corrected-en");

            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            own.type("ワンタイムパスワード", member.nextCode());
            own.press("実行");
            assertThat(own.text()).contains("new-" + member.email(), "メールアドレスの確認がまだ済んでいません。");
            own.follow("メールアドレスを確認する");
            own.press("実行");
            own.type("確認コード", new Walk(own, both).emailCode("new-" + member.email()));
            own.press("実行");
            assertThat(own.text()).contains("new-" + member.email(), "確認済み");
        }
        member.awaitMailAbout("メールアドレスを訂正しました");
    }

    @Test
    void whoKnowsNoNumberIsFoundByHisBirthDate() {
        Newcomer member = Newcomer.atDemo(both);
        both.database().run("update member set birth_date = date '1946-07-08' where name = '" + member.name() + "'");
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.type("カナ", "うえ");
            desk.press("検索する");
            assertThat(desk.refusals()).containsExactly("生年月日を入力してください。");
            desk.type("生年月日", "S21.7.8");
            desk.press("検索する");
            assertThat(desk.text()).contains(member.name());
            desk.look("M2-by-birth-date");
            desk.type("カナ", "ケンポ");
            desk.press("検索する");
            assertThat(desk.text()).doesNotContain(member.name()).contains("見つかりませんでした。");
        }
    }

    /** The address of the page about him. */
    private static String search(BrowserWindow desk, Newcomer member) {
        desk.type("ユーザID", member.userId());
        desk.press("検索する");
        desk.follow(member.name());
        Colleague.saysWhy(desk);
        return desk.page().url();
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
    }

    private static void resetFactors(BrowserWindow desk) {
        choose(desk, "紛失・故障", "氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
        desk.press("リセットする");
    }

    private static void choose(BrowserWindow desk, String reason, String... checks) {
        desk.choose(reason);
        desk.tick(checks);
    }
}
