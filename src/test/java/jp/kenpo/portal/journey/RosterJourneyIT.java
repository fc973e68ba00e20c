package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager brings a file of members, sees what it changes and has it taken over; they log in, each for the first time. */
@ExtendWith(Journey.class)
class RosterJourneyIT {

    private static final String IMPORTS = "/administration/roster/imports.xhtml";
    private static final String HEADINGS = "記号,番号,枝番,氏名,カナ,生年月日,ユーザID,資格取得日,資格喪失日\r\n";

    /** Each test brings members of a symbol of its own. */
    private static final AtomicInteger SYMBOLS = new AtomicInteger(7000);

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;
    private final String symbol = Integer.toString(SYMBOLS.incrementAndGet());

    RosterJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoIsInTheFileLogsInForTheFirstTime(int width) {
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow own = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.follow("加入者取込");
            assertThat(desk.heading()).isEqualTo("加入者取込");
            desk.look("M1");
            desk.press("ファイルを送って確認する");
            assertThat(desk.refusals()).containsExactly("一覧の種類を選んでください。", "ファイルを選んでください。");
            desk.look("M1-errors");

            bring(desk, "変更分", "加入者一覧.csv", HEADINGS + row(1, "S30.1.2") + row(2, "S55.13.1") + row(2, "S56.3.4"));
            waitForState(desk, "内容を確認しました。");
            assertThat(desk.text()).contains("加入者一覧.csv", "存在しない日付です。", "取り込めない行を除いて取り込みます。");
            desk.look("M1-checked");
            assertThat(csvOf(desk)).startsWith("\uFEFF行,項目,内容\r\n3,生年月日,").contains("存在しない日付です。");

            desk.press("取り込みへ進む");
            desk.look("M1-run");
            desk.press("取り込む");
            waitForState(desk, "加入者の登録に取り込みました。");
            desk.look("M1-done");
            desk.follow("この取り込みを元に戻す");
            desk.look("M1-undo");

            new Walk(own, both).logIn(userId(1), symbol + "1" + "19550102");
            assertThat(own.heading()).isEqualTo("生年月日の入力");
            desk.press("元に戻す");
            assertThat(desk.text()).contains("元に戻せません。取り込んだ方がすでに利用している");
            desk.look("M1-undo-refused");
        }
    }

    @Test
    void whatWasTakenOverIsPutBackBeforeAnybodyUsesIt() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP);
                BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + IMPORTS);
            bring(desk, "変更分", "members.csv", HEADINGS + row(1, "S30.1.2"));
            waitForState(desk, "内容を確認しました。");
            desk.press("取り込みへ進む");
            desk.press("取り込む");
            waitForState(desk, "加入者の登録に取り込みました。");
            desk.follow("この取り込みを元に戻す");
            desk.press("元に戻す");
            waitForState(desk, "取り込む前の登録に戻しました。");
            desk.look("M1-undone");

            new Walk(own, both).logIn(userId(1), symbol + "1" + "19550102");
            assertThat(own.refusals()).hasSize(1);
        }
    }

    /** The names of an insurer's own columns, in the encoding of its spreadsheets. */
    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void headingsOfAnInsurersOwnAreExplained(int width) {
        String text =
                "事業所コード" + symbol + ",番号,氏名,カナ,生年月日,資格取得日\r\n" + symbol + ",10,見本 花子,ミホン ハナコ,1980/12/1,2000/4/1\r\n";
        byte[] file = text.getBytes(Charset.forName("windows-31j"));
        try (BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + IMPORTS);
            bring(desk, "変更分", "members.csv", file);
            assertThat(desk.heading()).isEqualTo("列の割り当て");
            desk.look("M1-columns");
            desk.press("この割り当てで確認する");
            assertThat(desk.refusals()).containsExactly("どの列か選んでください。");
            desk.look("M1-columns-errors");
            desk.page().getByLabel("番号").selectOption("none");
            desk.page().getByLabel("記号").selectOption("1");
            desk.press("この割り当てで確認する");
            assertThat(desk.refusals()).hasSize(1);
            desk.page().getByLabel("番号").selectOption("1");
            desk.press("この割り当てで確認する");
            assertThat(desk.refusals()).containsExactly("同じ列がほかの項目にも選ばれています。");
            desk.page().getByLabel("記号").selectOption("0");
            desk.press("この割り当てで確認する");
            waitForState(desk, "内容を確認しました。");
            desk.press("取りやめる");
            assertThat(desk.text()).contains("取り込まずに取りやめました。");
            desk.look("M1-given-up");

            desk.go(demo + IMPORTS);
            bring(desk, "変更分", "members.csv", file);
            waitForState(desk, "内容を確認しました。");
        }
    }

    /** A file that names one member only would have all others leave. */
    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void theWrongFileHasNobodyLeave(int width) {
        try (BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            PageTurn.by(desk.button("English").first());
            desk.go(demo + IMPORTS);
            desk.look("M1-en");
            bring(desk, "All members", "members.csv", HEADINGS + row(1, "S30.1.2") + row(1, "S30.1.2"));
            waitForState(desk, "The file was checked.");
            assertThat(desk.text()).contains("It cannot be imported as it is").doesNotContain("Go on to the import");
            desk.look("M1-hindered-en");
            desk.go(demo + IMPORTS);
            bring(desk, "All members", "members.csv", HEADINGS + row(1, "S30.1.2"));
            waitForState(desk, "The file was checked.");
            desk.look("M1-checked-en");
            desk.press("Go on to the import");
            assertThat(desk.text()).contains("more than one in twenty");
            desk.press("Import");
            assertThat(desk.refusals()).hasSize(1);
            desk.look("M1-run-errors-en");
            desk.go(demo + IMPORTS);
            PageTurn.by(desk.link("members.csv").first());
            desk.press("Give it up");
            assertThat(desk.text()).contains("Nothing has changed for members.");
        }
    }

    @Test
    void whatIsNoRosterIsRefusedAtItsField() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + IMPORTS);
            bring(desk, "全員分", "members.csv", new byte[] {'P', 'K', 3, 4, 0, 0});
            assertThat(desk.refusals()).hasSize(1).first().asString().startsWith("CSVファイルではありません。");
            desk.look("M1-refused");
            // What was chosen is still there.
            assertThat(desk.page().getByLabel("全員分").isChecked()).isTrue();
            bring(desk, "変更分", "members.csv", HEADINGS + row(1, "S30.1.2") + "\"7,1");
            assertThat(desk.refusals()).hasSize(1);
            bring(desk, "変更分", "members.csv", HEADINGS);
            assertThat(desk.refusals()).containsExactly("ファイルに行がありません。");
            PageTurn.by(desk.button("English").first());
            assertThat(desk.heading()).isEqualTo("Import of members");
        }
    }

    @Test
    void theHelpDeskImportsNobody() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            assertThat(desk.text()).doesNotContain("加入者取込");
            desk.go(demo + IMPORTS);
            assertThat(desk.heading()).isEqualTo("窓口");
        }
    }

    private String userId(int number) {
        return "roster-" + symbol + "-" + number;
    }

    private String row(int number, String birthDate) {
        return String.join(
                        ",",
                        symbol,
                        Integer.toString(number),
                        "0" + number,
                        "取込 花子",
                        "トリコミ ハナコ",
                        birthDate,
                        userId(number),
                        "R2.4.1",
                        "")
                + "\r\n";
    }

    private static void bring(BrowserWindow desk, String scope, String name, String text) {
        bring(desk, scope, name, text.getBytes(UTF_8));
    }

    static void bring(BrowserWindow desk, String scope, String name, byte[] file) {
        desk.choose(scope);
        desk.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", file));
        PageTurn.by(desk.page().locator("main form button[type=submit]"));
    }

    /** The page looks by itself whether it is through. */
    static void waitForState(BrowserWindow desk, String sentence) {
        desk.page()
                .locator(".import-state", new Page.LocatorOptions().setHasText(sentence))
                .waitFor();
    }

    private static String csvOf(BrowserWindow desk) {
        Locator link = desk.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("すべてをCSVファイルで見る"));
        return new String(
                desk.page()
                        .request()
                        .get(java.net
                                .URI
                                .create(desk.page().url())
                                .resolve(link.getAttribute("href"))
                                .toString())
                        .body(),
                UTF_8);
    }
}
