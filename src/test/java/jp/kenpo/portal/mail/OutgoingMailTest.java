package jp.kenpo.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.Settings;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingMailTest {

    private static final Instant PUT = Instant.parse("2026-04-01T00:00:00Z");

    private static final MailDraft DRAFT = new MailDraft(
            1,
            MailTemplate.EMAIL_CODE,
            Language.JA,
            "info@example.jp",
            "デモ健康保険組合",
            "hanako@example.jp",
            List.of("デモ健康保険組合", "123456", "10"));

    private final SecretBox box = Keyset.secretBox(new Settings(
            new Settings.Database("jdbc:h2:mem:", "", ""),
            new Settings.MailServer("", 25, Optional.empty(), "", false),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Settings.Demo(8080, Path.of("unused")))));

    private final OutgoingMail mail = sealed();

    private OutgoingMail sealed() {
        OutgoingMail fresh = new OutgoingMail(DRAFT, "1@example.jp", PUT);
        fresh.seal(DRAFT, box);
        return fresh;
    }

    /** The first wait is thirty seconds: later than that before its day is over, no other try fits in. */
    @ParameterizedTest
    @CsvSource({"PT0S,false", "PT23H59M30S,false", "PT23H59M31S,true", "P2D,true"})
    void is_given_up_when_its_day_is_over(Duration age, boolean givenUp) {
        mail.failed(PUT.plus(age));

        assertThat(mail.isGivenUp()).isEqualTo(givenUp);
    }

    @ParameterizedTest
    @CsvSource({"1,PT23H59M30S", "2,PT23H59M", "3,PT23H58M", "4,PT23H56M", "7,PT23H28M", "8,PT23H", "60,PT23H"})
    void waits_twice_as_long_after_each_failure_up_to_an_hour(int failures, Duration lastAge) {
        OutgoingMail inTime = sealed();
        OutgoingMail tooLate = sealed();
        for (int i = 1; i < failures; i++) {
            inTime.failed(PUT);
            tooLate.failed(PUT);
        }

        inTime.failed(PUT.plus(lastAge));
        tooLate.failed(PUT.plus(lastAge).plusSeconds(1));

        assertThat(inTime.isGivenUp()).isFalse();
        assertThat(tooLate.isGivenUp()).isTrue();
    }

    @Test
    void forgets_its_words_when_it_is_sent() {
        mail.sent(PUT);

        assertThatThrownBy(() -> mail.letter(box)).hasMessageContaining("erased");
    }

    @Test
    void forgets_its_words_when_it_is_given_up() {
        mail.failed(PUT.plus(Duration.ofDays(2)));

        assertThatThrownBy(() -> mail.letter(box)).hasMessageContaining("erased");
    }
}
