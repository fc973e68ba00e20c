package jp.kenpo.portal.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.member.MemberNumber;

/** デモ健康保険組合: does everything as the manual has it, and has the member of the manual's example. */
final class DemoSociety {

    private static final String SYMBOL = "9999";
    private static final int NUMBER = 43210;
    private static final String BRANCH = "01";

    /** The insurer's own short name. */
    static final String CODE = "demo";

    /** With what its first manager signs in. */
    static final UserId MANAGER = new UserId("staff01");

    private DemoSociety() {}

    /** Its first manager, who is invited at the first start. */
    static AccountOwner.Staff manager() {
        return new AccountOwner.Staff("窓口 花子", StaffRole.MANAGER);
    }

    static DemoInsurer insurer() {
        return new DemoInsurer(
                new Insurer(
                                CODE,
                                new Brand(
                                        "デモ健康保険組合",
                                        "Demo Health Insurance Society",
                                        new Accent("#0e7c66"),
                                        DemoInsurer.file("logo-demo.svg")),
                                new Contact(
                                        "03-0000-0000",
                                        "平日 9:00～17:00（土日祝日・年末年始を除く）",
                                        "Monday to Friday 9:00–17:00, except public holidays and the turn of the year",
                                        "〒000-0000 東京都見本区見本町1-1-1 デモ健康保険組合 適用課",
                                        "Membership Section, Demo Health Insurance Society,"
                                                + " 1-1-1 Mihon-cho, Mihon-ku, Tokyo 000-0000"),
                                "info@demo-kenpo.example")
                        .alarmedAt("anzen@demo-kenpo.example"),
                DemoInsurer.policy(PasswordProfile.MANUAL, HandOver.CHOICE),
                "localhost",
                List.of("127.0.0.1"),
                Stream.concat(
                                Stream.of(exampleOfTheManual()),
                                IntStream.rangeClosed(1, 19).mapToObj(DemoSociety::sample))
                        .toList());
    }

    private static DemoPerson exampleOfTheManual() {
        return new DemoPerson(
                new UserId("testuser"),
                number(NUMBER),
                "健保 太郎",
                "ケンポ タロウ",
                LocalDate.of(1980, 12, 1),
                LocalDate.of(2005, 4, 1),
                "testuser@sample.com");
    }

    private static DemoPerson sample(int n) {
        int yearOfBirth = 1960 + n;
        return new DemoPerson(
                new UserId("member%02d".formatted(n)),
                number(NUMBER + n),
                "見本 " + n,
                "ミホン " + n,
                LocalDate.of(yearOfBirth, 1, 1),
                LocalDate.of(yearOfBirth + 23, 4, 1),
                null);
    }

    private static MemberNumber number(int number) {
        return new MemberNumber(SYMBOL, Integer.toString(number), BRANCH);
    }
}
