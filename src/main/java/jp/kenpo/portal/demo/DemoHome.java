package jp.kenpo.portal.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerService;
import jp.kenpo.portal.notices.InsurerNotice;
import jp.kenpo.portal.notices.NoticeWording;
import jp.kenpo.portal.notices.NoticeWording.Words;

/** What members of the demo find on their home page: made-up notices and services, the same at both insurers. */
final class DemoHome {

    private static final Words ONLY_HERE = new Words("当組合をかたるメールやSMSにご注意ください", """
            当組合の名前をかたり、偽のサイトへ誘導するメールやSMSが確認されています。

            - 当組合が、メールやSMS、電話でパスワードや確認コードをお聞きすることはありません。
            - 加入者ページは、いつもお使いのブックマークから開いてください。
            - 心当たりのないメールのリンクは開かず、削除してください。

            ## 入力してしまったとき

            すぐに加入者ページでパスワードを変更し、当組合へお電話ください。
            """);
    private static final Words ONLY_HERE_IN_ENGLISH = new Words("Beware of mails and text messages in our name", """
            Mails and text messages are going around that use our name and lead to false sites.

            - We never ask for your password or a confirmation code by mail, text message or telephone.
            - Please open these pages from your own bookmark.
            - Do not open links in mails that you did not expect; delete them.

            ## If you have entered something

            Please change your password on these pages at once, and call us.
            """);

    private static final Words CHECK_UP = new Words("健康診断のご案内", """
            今年度の健康診断の受付を行っています。対象となる方には、受診券をお送りしています。

            1. 受診券が届いたら、お近くの医療機関に予約してください。
            2. 当日は、受診券と本人確認ができるものをお持ちください。

            結果は、受診からおよそ1か月でお手元に届きます。
            """);
    private static final Words CHECK_UP_IN_ENGLISH = new Words("Health check-ups", """
            This year's health check-ups have begun. Those who are entitled are sent a voucher.

            1. When you have your voucher, please make an appointment with a clinic near you.
            2. On the day, bring the voucher and something that shows who you are.

            You will receive the results about one month later.
            """);

    private static final Words GENERICS = new Words("ジェネリック医薬品のご利用について", """
            お薬代の負担を軽くするため、ジェネリック医薬品のご利用をおすすめしています。くわしくは、医師または薬剤師にご相談ください。
            """);
    private static final Words GENERICS_IN_ENGLISH = new Words("Generic medicines", """
            Generic medicines cost you less. Please ask your doctor or pharmacist about them.
            """);

    private DemoHome() {}

    static List<InsurerNotice> notices(Insurer insurer, Instant now) {
        return List.of(
                new InsurerNotice(
                        insurer.id(),
                        NoticeWording.of(ONLY_HERE, ONLY_HERE_IN_ENGLISH).important(),
                        now.minus(Duration.ofDays(10))),
                new InsurerNotice(
                        insurer.id(), NoticeWording.of(CHECK_UP, CHECK_UP_IN_ENGLISH), now.minus(Duration.ofDays(3))),
                new InsurerNotice(
                        insurer.id(), NoticeWording.of(GENERICS, GENERICS_IN_ENGLISH), now.minus(Duration.ofDays(30))));
    }

    static List<InsurerService> services(Insurer insurer) {
        String domain = insurer.senderAddress().replaceFirst(".*@", "");
        return List.of(
                new InsurerService(
                        insurer.id(),
                        1,
                        new InsurerService.Words("健診の予約", "健康診断や人間ドックの予約と、結果の確認ができます。"),
                        new InsurerService.Words(
                                "Check-up appointments", "Make an appointment for a check-up and see its results."),
                        URI.create("https://kenshin." + domain + "/")),
                new InsurerService(
                        insurer.id(),
                        2,
                        new InsurerService.Words("健康ポイント", "歩数や健康づくりの記録でポイントがたまります。"),
                        new InsurerService.Words(
                                "Health points", "Collect points for your steps and what you do for your health."),
                        URI.create("https://points." + domain + "/")));
    }
}
