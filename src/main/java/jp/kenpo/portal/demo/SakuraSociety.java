package jp.kenpo.portal.demo;

import java.time.LocalDate;
import java.util.List;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.member.MemberNumber;

/** さくら健康保険組合: decides otherwise where it can, and has a member of the same user ID as the first. */
final class SakuraSociety {

    private SakuraSociety() {}

    static DemoInsurer insurer() {
        return new DemoInsurer(
                new Insurer(
                                "sakura",
                                new Brand(
                                        "さくら健康保険組合",
                                        "Sakura Health Insurance Society",
                                        new Accent("#a8325e"),
                                        DemoInsurer.file("logo-sakura.svg")),
                                new Contact(
                                        "06-0000-0000",
                                        "平日 8:30～17:15（土日祝日を除く）",
                                        "Monday to Friday 8:30–17:15, except public holidays",
                                        "〒000-0000 大阪府見本市桜町2-2-2 さくら健康保険組合 業務課",
                                        "Operations Section, Sakura Health Insurance Society,"
                                                + " 2-2-2 Sakura-machi, Mihon-shi, Osaka 000-0000"),
                                "info@sakura-kenpo.example")
                        .alarmedAt("anzen@sakura-kenpo.example"),
                DemoInsurer.policy(PasswordProfile.OPEN, HandOver.LOG_OUT),
                "sakura.localhost",
                List.of(),
                List.of(new DemoPerson(
                        new UserId("testuser"),
                        new MemberNumber("1111", "22222", "01"),
                        "佐倉 花子",
                        "サクラ ハナコ",
                        LocalDate.of(1975, 5, 5),
                        LocalDate.of(1998, 4, 1),
                        null)));
    }
}
