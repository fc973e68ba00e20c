package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kenpo.portal.member.BirthDateSpelling;
import jp.kenpo.portal.platform.Clocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The script that repeats a birth date while it is typed reads it as the server does. */
@ExtendWith(Journey.class)
class BirthDateEchoIT {

    /** Types each text into the only field of the page, and gathers what the page says of it. */
    private static final String TYPE_EACH = "texts => {"
            + " const input = document.getElementById('birth-date');"
            + " const echo = document.querySelector('[data-birth-date]');"
            + " return texts.map(text => {"
            + "   input.value = text; input.dispatchEvent(new Event('input')); return echo.textContent; }) }";

    private final PortalProcess portal;
    private final Browser browser;

    BirthDateEchoIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void everySpellingIsRepeatedAsItIsRead() {
        List<BirthDateSpelling> table = BirthDateSpelling.all();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, portal.demo()).logIn(Walk.userId(14), Walk.initialPassword(14));
            assertThat(window.heading()).isEqualTo("生年月日の入力");
            // The first minutes of the day, when it is still yesterday elsewhere.
            window.page()
                    .clock()
                    .setFixedTime(Date.from(BirthDateSpelling.TODAY
                            .atTime(0, 5)
                            .atZone(Clocks.JAPAN)
                            .toInstant()));

            Object echoes = window.page()
                    .evaluate(
                            TYPE_EACH,
                            table.stream().map(BirthDateSpelling::typed).toList());

            assertThat(inLines(table, (List<?>) echoes))
                    .isEqualTo(inLines(
                            table, table.stream().map(BirthDateSpelling::echo).toList()));
        }
    }

    /** One line a spelling, so that a difference names it. */
    private static String inLines(List<BirthDateSpelling> table, List<?> echoes) {
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.get(row).typed() + " → " + echoes.get(row))
                .collect(Collectors.joining("\n"));
    }
}
