package jp.kenpo.portal.journey.soak;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.kenpo.portal.journey.PortalTime;

/** What a member types into a field: what belongs there, or anything else. */
final class Typing {

    static final String NO_CODE = "123456";

    private static final List<String> ANYTHING = List.of(
            "",
            "0",
            "１２３４５６",
            "000000",
            "19800230",
            "明治45年7月31日",
            "<script>alert(1)</script>",
            "#{1+1}",
            "'; drop table account; --",
            "${jndi:ldap://localhost/x}",
            "\u202E\u200B\uFDFA",
            "a".repeat(3_000),
            "99994321019801201",
            "テスト太郎",
            "a@b@c",
            "mihon@example.jp",
            "Nagai2026pasuwado");

    private final Random random;
    private final PortalTime time;
    private final Mails mails;

    Typing(Random random, PortalTime time, Mails mails) {
        this.random = random;
        this.time = time;
        this.mails = mails;
    }

    String anything() {
        return ANYTHING.get(random.nextInt(ANYTHING.size()));
    }

    /** A password that no policy refuses, another one each time. */
    String newPassword(Member member) {
        return "Hokenjo" + (2026 + member.nextChange()) + "sho";
    }

    /** @param newPassword for both of its fields */
    String right(Member member, Seen seen, String field, String newPassword) {
        return switch (field) {
            case "user-id" -> userId(member, seen);
            case "password", "current-password" -> member.password().best();
            case "new-password", "password-confirmation" -> newPassword;
            case "birth-date" -> Member.BIRTH_DATE;
            case "email" -> email(member, seen);
            case "symbol" -> "9999";
            case "number" -> member.number();
            case "confirmation-code" -> mailedCode(member).orElse(NO_CODE);
            case "one-time-password" -> code(member, seen);
            case "recovery-code" ->
                member.recoveryCodes().isEmpty()
                        ? anything()
                        : member.recoveryCodes()
                                .get(random.nextInt(member.recoveryCodes().size()));
            case "device-name" -> "電話" + member.nextChange();
            default -> anything();
        };
    }

    private String userId(Member member, Seen seen) {
        boolean changes = seen.is(Place.CHANGE_USER_ID) || seen.is(Place.USER_ID_AND_METHOD) && random.nextInt(3) == 0;
        return changes
                ? "m" + member.number() + "-" + member.nextChange()
                : member.userId().best();
    }

    private String email(Member member, Seen seen) {
        return seen.is(Place.FORGOTTEN_USER_ID)
                ? member.address().orElse("mihon@example.jp")
                : "m" + member.number() + "." + member.nextChange() + "@example.jp";
    }

    private String code(Member member, Seen seen) {
        return seen.key().isEmpty()
                ? member.authenticator().codeForDevice(seen.device(), time)
                : member.authenticator().codeFor(seen.key(), time);
    }

    /** As soon as it has come, which may be some moves later. */
    private Optional<String> mailedCode(Member member) {
        return member.address().flatMap(mails::code);
    }

    Optional<String> mailedLink(Member member) {
        return member.addresses().map(mails::link).flatMap(Optional::stream).findFirst();
    }
}
