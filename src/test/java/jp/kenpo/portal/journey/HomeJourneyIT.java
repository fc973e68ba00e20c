package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member finds on his home page: what the insurer tells, his 資格情報, and what else there is for him. */
@ExtendWith(Journey.class)
class HomeJourneyIT {

    private static final String HOME = "/member/home.xhtml";
    private static final String NOTICE = "/member/notice.xhtml";
    private static final String IMPORTANT = "当組合をかたるメールやSMSにご注意ください";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    HomeJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aMemberReadsWhatTheInsurerTellsAndSaysSo(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            assertThat(window.text())
                    .containsSubsequence(
                            "お知らせ", "重要", "未読", IMPORTANT, "未読", "健康診断のご案内", "未読", "ジェネリック医薬品のご利用について", "資格情報")
                    .contains(
                            "9999・" + member.number() + "（01）",
                            member.name(),
                            "ウエコミ",
                            "1971年（昭和46年）2月3日",
                            "2000年（平成12年）4月1日");
            window.look("H");

            window.follow(IMPORTANT);
            assertThat(window.heading()).isEqualTo("お知らせ");
            assertThat(window.text()).contains("重要", IMPORTANT, "当組合が、メールやSMS、電話でパスワードや確認コードをお聞きすることはありません。");
            window.look("H-notice");
            window.follow("お知らせの一覧へ戻る");
            assertThat(unread(window)).isEqualTo(3);
            window.follow(IMPORTANT);
            window.press("読みました");
            assertThat(window.heading()).isEqualTo("お知らせ");
            assertThat(window.text()).contains("お知らせを既読にしました。", "重要");
            assertThat(unread(window)).isEqualTo(2);
            window.look("H-notices");

            window.follow(IMPORTANT);
            assertThat(window.text()).contains("このお知らせは既読です。");
            assertThat(window.button("読みました").count()).isZero();
            PageTurn.by(window.button("English").first());
            assertThat(window.text()).contains("Beware of mails and text messages in our name", "You have read this");
            window.look("H-notice-en");
            window.follow("Back to all notices");
            window.look("H-notices-en");
            window.follow("Back to the portal");
            assertThat(window.text()).containsSubsequence("Notices", "Important", "Unread", "Services of your insurer");
            window.look("H-en");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void theInsurersServicesAreAtOtherHostsWhichLearnNothingFromHere(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            Locator service = window.link("健診の予約");

            assertThat(window.text()).contains("健康診断や人間ドックの予約と、結果の確認ができます。");
            assertThat(service.getAttribute("href")).isEqualTo("https://kenshin.demo-kenpo.example/");
            assertThat(service.getAttribute("rel")).isEqualTo("noreferrer");
            assertThat(service.getAttribute("target")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void manyNoticesStandOnSeveralPages(int width) {
        Newcomer member = aMember();
        both.database()
                .run("update member set symbol = '" + member.number() + "' where name = '" + member.name() + "'");
        for (int i = 1; i <= 20; i++) {
            both.database()
                    .run("insert into notice (id, insurer_id, symbol, important, title_ja, title_en, text_ja, text_en,"
                            + " shown_from) select nextval('id_sequence'), id, '" + member.number()
                            + "', false, '連絡 " + i + "', 'Note " + i + "', '本文', 'Text',"
                            + " current_timestamp - interval '" + (100 + i) + "' day from insurer where code = 'demo'");
        }
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            assertThat(window.text()).contains("連絡 2").doesNotContain("連絡 3");
            window.follow("すべてのお知らせ");
            assertThat(window.text()).contains(IMPORTANT, "連絡 17").doesNotContain("連絡 18");
            assertThat(window.link("新しいお知らせ").count()).isZero();
            window.look("H-notices-many");
            window.follow("前のお知らせ");
            assertThat(window.text()).contains("連絡 18", "連絡 20").doesNotContain("連絡 17");
            assertThat(window.link("前のお知らせ").count()).isZero();
            window.look("H-notices-last");
            window.follow("新しいお知らせ");
            assertThat(window.text()).contains(IMPORTANT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void anInsurerWithNothingToTellSaysSoCalmly(int width) {
        both.database().run("delete from insurer_service where insurer_id = " + insurer("sakura"));
        both.database().run("update insurer set revision = revision + 1 where code = 'sakura'");
        both.database().run("update notice set shown_until = shown_from where insurer_id = " + insurer("sakura"));
        String sakura = both.portal().sakura();
        Newcomer member =
                Newcomer.at("sakura", sakura, both, "OTP").asFarAs(HOME).signOut();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member, sakura);
            assertThat(window.text()).contains("現在、お知らせはありません。").doesNotContain("健康保険組合のサービス", "すべてのお知らせ");
            window.look("H-nothing");
            window.go(sakura + "/member/notices.xhtml");
            assertThat(window.text()).contains("現在、お知らせはありません。");
            window.look("H-notices-none");
        }
    }

    /** Whoever tries numbers cannot tell another insurer's from those that are nobody's (ASVS 8.4.1). */
    @Test
    void whatIsNotForTheMemberIsNotThere() {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME);
        long foreign = number("select min(id) from notice where insurer_id = " + insurer("sakura"));
        long own = number("select min(id) from notice where insurer_id = " + insurer("demo"));
        long coming = number("select nextval('id_sequence')");
        both.database()
                .run("insert into notice (id, insurer_id, important, title_ja, title_en, text_ja, text_en, shown_from)"
                        + " select " + coming + ", insurer_id, false, '次回', 'Next', '本文', 'Text',"
                        + " timestamp with time zone '" + both.time().now().plus(Duration.ofDays(1))
                        + "' from notice where id = " + own);

        for (String id : List.of("" + foreign, "" + coming, "0", "-1", "999999999999999999", "1e3", "x", "")) {
            assertThat(member.visitor().get(NOTICE + "?id=" + id).status())
                    .as(id)
                    .isEqualTo(404);
            WireRequest form = member.filled(NOTICE + "?id=" + own, "button-read", "id", id);
            assertThat(member.visitor().ask(form).status()).as(id).isEqualTo(404);
        }
        assertThat(number("select count(*) from notice_read where " + member.isAccount()))
                .isZero();
    }

    @Test
    void aSecondPressEndsWhereTheFirstDid() {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME);
        long own = number("select min(id) from notice where insurer_id = " + insurer("demo"));
        WireRequest read = member.filled(NOTICE + "?id=" + own, "button-read");
        assertThat(number("select count(*) from notice_read where " + member.isAccount()))
                .as("after the page was opened")
                .isZero();

        for (int press = 0; press < 2; press++) {
            assertThat(member.visitor().ask(read).location()).isEqualTo("/member/notices.xhtml?notice=notice-read");
        }
        assertThat(number("select count(*) from notice_read where " + member.isAccount()))
                .isOne();
    }

    @Test
    void whoCameTooLateIsBackAtTheNoticeOnceHeHasSignedIn() {
        Newcomer member = aMember();
        long own = number("select min(id) from notice where insurer_id = " + insurer("demo"));
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            window.go(demo + NOTICE + "?id=" + own);
            window.type("ユーザID", member.userId());
            window.type("パスワード", Walk.PASSWORD);
            window.press("ログイン");
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            assertThat(window.text()).contains(IMPORTANT);
        }
    }

    private static int unread(BrowserWindow window) {
        return window.page()
                .getByText("未読", new Page.GetByTextOptions().setExact(true))
                .count();
    }

    private static String insurer(String code) {
        return "(select id from insurer where code = '" + code + "')";
    }

    private long number(String sql) {
        return both.database().number(sql);
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both)
                .asFarAs(HOME)
                .confirmsHisAddress(both.database())
                .signOut();
    }

    private void signIn(BrowserWindow window, Newcomer member) {
        signIn(window, member, demo);
    }

    private static void signIn(BrowserWindow window, Newcomer member, String portal) {
        new Walk(window, portal).logIn(member.userId(), Walk.PASSWORD);
        window.type("ワンタイムパスワード", member.nextCode());
        window.press("実行");
        assertThat(window.heading()).isEqualTo("ポータル");
    }
}
