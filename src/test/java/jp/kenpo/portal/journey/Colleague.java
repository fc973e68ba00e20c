package jp.kenpo.portal.journey;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;

/** One of the demo insurer's staff whom no other test knows, with the link by which he is invited. */
record Colleague(String userId, String name, String invitation) {

    private static final Pattern INVITATION =
            Pattern.compile("staff01: http://localhost:[0-9]+(/recovery/invitation\\.xhtml\\?token=\\S+)");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    static Colleague invitedAtDemo(PortalWithDatabase both, String role) {
        int number = NUMBERS.incrementAndGet();
        String userId = "colleague" + number;
        String name = "窓口 " + number;
        SecretToken token = new Chance().token();
        both.database()
                .run("insert into account (id, insurer_id, staff_name, staff_role, user_id, method, epoch, email_state,"
                        + " version) select nextval('id_sequence'), id, '" + name + "', '" + role + "', '" + userId
                        + "', 'OTP', 0, 'NONE', 0 from insurer where code = 'demo'");
        both.database()
                .run("insert into recovery_link (id, token_hash, account_id, epoch, expires_at)"
                        + " select nextval('id_sequence'), '" + token.hash() + "', id, 0, timestamp with time zone '"
                        + both.time().now().plusSeconds(3600) + "' from account where user_id = '" + userId + "'");
        return new Colleague(userId, name, "/recovery/invitation.xhtml?token=" + token.value());
    }

    /** The first manager of the demo insurer, whom the portal invites as it starts. */
    static Colleague invitedAtTheFirstStart(PortalProcess portal) {
        Matcher invitation = INVITATION.matcher(portal.output());
        if (!invitation.find()) {
            throw new AssertionError("Nobody is invited in the output of " + portal.demo());
        }
        return new Colleague("staff01", "", invitation.group(1));
    }

    /** The same at a portal without a clock of its own. */
    String begin(BrowserWindow window, PortalProcess portal) {
        return begin(window, portal, new Walk(window, portal.demo()));
    }

    /** Takes the invitation, and is at work; the key of his authenticator app. */
    String begin(BrowserWindow window, PortalWithDatabase both) {
        return begin(window, both.portal(), new Walk(window, both));
    }

    private String begin(BrowserWindow window, PortalProcess portal, Walk walk) {
        window.go(portal.demo() + invitation);
        window.press("続ける");
        window.type("パスワード", Walk.PASSWORD);
        window.type("パスワード確認用", Walk.PASSWORD);
        window.press("実行");
        String key = walk.setUpOtp();
        window.press("ポータルへ");
        return key;
    }

    /** Says why he looks at the member to whose page he came. */
    static void saysWhy(BrowserWindow window) {
        window.choose("電話でのお問い合わせ");
        window.press("登録状況を見る");
    }
}
