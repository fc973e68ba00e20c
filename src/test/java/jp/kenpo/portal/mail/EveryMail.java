package jp.kenpo.portal.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.Language;

/** A specimen of each mail that the portal writes. */
public final class EveryMail {

    static final String LINK =
            "https://portal.example.jp/recovery/link.xhtml?token=dE4Qz1Yw0hLk3mN5pR7tV9xB2cF6gJ8sA_uXqZ-oIyW";

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String PHONE = "03-0000-0000";

    private EveryMail() {}

    /** A mail as it is shown. @param name such as {@code email-code-ja} */
    public record Shown(String name, String html) {}

    /** All of them in a language. */
    public static Stream<Shown> in(Language language) {
        return Arrays.stream(MailTemplate.values())
                .map(template -> new Shown(
                        template.key().substring("mail.".length()) + "-" + language.code(),
                        letter(template, language).html()));
    }

    static Letter letter(MailTemplate template, Language language) {
        return letter(template, language, insurer(language), "member01");
    }

    static Letter letter(MailTemplate template, Language language, String insurer, String userId) {
        List<String> arguments = arguments(template, language, insurer, userId);
        return Letter.of(
                template,
                language,
                "info@example.jp",
                insurer,
                "hanako@example.jp",
                "1@example.jp",
                NOW,
                arguments.toArray());
    }

    private static List<String> arguments(MailTemplate template, Language language, String insurer, String userId) {
        String hours = language == Language.JA ? "平日 9:00～17:00" : "Monday to Friday 9:00–17:00";
        return switch (template) {
            case EMAIL_CODE, LOST_DEVICE_CODE, ENROLMENT_CODE -> List.of(insurer, "048213", "10");
            case STAFF_INVITED -> List.of(insurer, LINK, "7", userId);
            case PASSWORD_RESET_LINK -> List.of(insurer, LINK, "30", PHONE, hours);
            case ACCOUNT_RECOVERY_BEGUN -> {
                String time = DateText.time(NOW, language);
                yield List.of(insurer, time, time, LINK, PHONE, hours);
            }
            case INSURER_TOLD -> List.of(insurer, DateText.time(NOW, language), "7K2M-94QX");
            case APPROVAL_GIVEN_UP -> List.of(insurer, DateText.time(NOW, language), "佐藤 一郎");
            case EMAIL_REPLACED -> List.of(insurer, DateText.time(NOW, language), LINK, "7", PHONE, hours);
            case INITIAL_PASSWORD_REMINDER, INITIAL_PASSWORD_IN_LETTER -> List.of(insurer, PHONE, hours);
            case USER_ID_REMINDER -> List.of(insurer, userId, "01", PHONE, hours);
            default -> List.of(insurer, DateText.time(NOW, language), PHONE, hours);
        };
    }

    private static String insurer(Language language) {
        return language == Language.JA ? "デモ健康保険組合" : "Demo Health Insurance Society";
    }
}
