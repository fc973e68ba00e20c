package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That what hinders somebody is found at all, whatever was looked at before. */
@ExtendWith(Journey.class)
class HindrancesIT {

    private static final String PAGE = "<!DOCTYPE html><html lang='ja'><title>題</title><main><h1>題</h1>%s</main>";

    private final Browser browser;

    HindrancesIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void whatIsBrokenIsNamedWithItsPlace() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.page().setContent(PAGE.formatted("<input name='x'><p style='color:#999'>淡い字</p>"));

            assertThat(Hindrances.of(window.page()))
                    .anyMatch(one -> one.toString().startsWith("label: <input name=\"x\">"))
                    .anyMatch(one -> one.toString().startsWith("color-contrast: "));
            assertThat(Hindrances.ofColours(window.page()))
                    .allMatch(one -> one.toString().startsWith("color-contrast: "))
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsInOrderIsLeftAlone() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.page().setContent(PAGE.formatted("<label>名 <input name='x'></label>"));

            assertThat(Hindrances.of(window.page())).isEmpty();
            assertThat(Hindrances.ofColours(window.page())).isEmpty();
        }
    }
}
