package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member who does anything, and often the right thing, else he would never get far.
 *
 * <p>What he knows or has (his user ID, password, key, passkeys) he takes from visit to visit, as a member does.
 */
final class Wanderer {

    /** How the browser says that another page was already on its way. */
    private static final List<String> INTERRUPTED = List.of("net::ERR_ABORTED", "Not attached to an active page");

    private static final int TRAIL = 20;

    private static final Pattern EMAIL_CODE = Pattern.compile("\\n([0-9]{6})\\n");

    private static final List<String> ADDRESSES = List.of(
            "/",
            "/sign-in/password.xhtml",
            "/sign-in/second-factor.xhtml",
            "/sign-in/passkey.xhtml",
            "/sign-in/passkey-failed.xhtml",
            "/sign-in/passkey-options",
            "/sign-in/other-methods.xhtml",
            "/first-login/birth-date.xhtml",
            "/first-login/terms.xhtml",
            "/first-login/new-password.xhtml",
            "/first-login/email-code.xhtml",
            "/first-login/done.xhtml",
            "/mfa-setup/method.xhtml",
            "/mfa-setup/one-time-password.xhtml",
            "/mfa-setup/passkey.xhtml",
            "/mfa-setup/passkey-name.xhtml",
            "/mfa-setup/passkey-failed.xhtml",
            "/mfa-setup/done.xhtml",
            "/member/home.xhtml",
            "/member/home.xhtml?jffi=first-login&jftfdi=",
            "/first-login/done.xhtml?jfwid=x",
            "/information/terms.xhtml",
            "/sign-out",
            "/no/such/page");

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
            "a".repeat(70_000),
            "99994321019801201",
            "テスト太郎",
            "a@b@c",
            "mihon@example.jp",
            "Nagai2026pasuwado");

    private final int number;
    private final Random random;
    private final Deque<String> trail = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> headings = new TreeSet<>();

    private final CarriedDevice device = new CarriedDevice();

    private boolean passwordSet;
    private String key = "";
    private BrowserWindow window;
    private String portal;
    private Page page;

    Wanderer(int number, Random random) {
        this.number = number;
        this.random = random;
    }

    /** Walks about in a browser of his own. */
    void visit(BrowserWindow where, String address, int steps) {
        window = where;
        portal = address;
        window.context().onResponse(this::note);
        window.context().onWebError(error -> faults.add("script: " + error.error()));
        page = window.page();
        device.bringTo(page);
        page.navigate(portal + "/");
        for (int i = 0; i < steps; i++) {
            try {
                step();
            } catch (PlaywrightException interrupted) {
                // He asked for another page while one was loading, which is no fault of the portal.
                if (INTERRUPTED.stream().noneMatch(interrupted.getMessage()::contains)) {
                    throw new AssertionError(story(), interrupted);
                }
            }
            judge();
        }
        device.putAway();
    }

    private void note(Response answer) {
        if (answer.status() >= 500) {
            faults.add(answer.status() + " " + answer.url());
        }
    }

    private void step() {
        int chance = random.nextInt(100);
        if (chance < 66) {
            fillInAndPress();
        } else if (chance < 76) {
            followAnyLink();
        } else if (chance < 82) {
            say("back");
            page.goBack();
        } else if (chance < 85) {
            say("forward");
            page.goForward();
        } else if (chance < 89) {
            say("reload");
            page.reload();
        } else if (chance < 95) {
            String address = any(ADDRESSES);
            say("go to " + address);
            page.navigate(portal + address);
        } else if (chance < 98) {
            changeTab();
        } else {
            say("lose the cookies");
            window.context().clearCookies();
        }
    }

    private void fillInAndPress() {
        List<Locator> choices = page.locator("main input[type=radio]:visible").all();
        if (!choices.isEmpty()) {
            any(choices).check();
        }
        for (Locator field :
                page.locator("main input:visible:not([type=radio])").all()) {
            if ("checkbox".equals(field.getAttribute("type"))) {
                field.setChecked(random.nextInt(4) == 0);
            } else {
                boolean right = random.nextInt(10) < 8;
                String text = right ? rightFor(field.getAttribute("id")) : any(ANYTHING);
                say(field.getAttribute("id") + " := " + (text.length() > 40 ? text.length() + " characters" : text));
                field.fill(text);
            }
        }
        List<Locator> buttons = page.locator("button[type=submit]:visible").all();
        if (buttons.isEmpty()) {
            return;
        }
        List<Locator> own = page.locator("main button[type=submit]:visible").all();
        Locator button = own.isEmpty() || random.nextInt(12) == 0
                ? any(buttons)
                : random.nextInt(4) == 0 ? any(own) : own.get(0);
        say("press " + button.innerText());
        press(button);
    }

    private void press(Locator button) {
        boolean twice = random.nextInt(8) == 0;
        Runnable press = twice ? button::dblclick : button::click;
        device.confirms(random.nextInt(4) > 0);
        if (button.locator("xpath=ancestor::form[@data-passkey]").count() > 0) {
            // Whatever the device answers, the script sends the form, later than the click.
            page.evaluate("document.documentElement.dataset.pressed = 'yes'");
            press.run();
            page.locator("html:not([data-pressed])").waitFor();
        } else {
            PageTurn.by(button, press);
        }
        if (twice) {
            // The second click may have begun a second load, which would take the page away from under the next step.
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    private String rightFor(String field) {
        return switch (field) {
            case "user-id" -> Walk.userId(number);
            case "password" -> passwordSet ? Walk.PASSWORD : Walk.initialPassword(number);
            case "new-password", "password-confirmation" -> Walk.PASSWORD;
            case "birth-date" -> (1960 + number) + "0101";
            case "email" -> "wanderer" + number + "@example.jp";
            case "confirmation-code" -> newestEmailCode();
            case "one-time-password" -> code();
            case "device-name" -> "電話" + random.nextInt(3);
            default -> any(ANYTHING);
        };
    }

    private String code() {
        Locator shown = page.locator("#key");
        if (shown.count() > 0) {
            key = shown.first().getAttribute("data-copy");
        }
        return key.isEmpty() ? "123456" : random.nextBoolean() ? OneTimePasswords.now(key) : OneTimePasswords.next(key);
    }

    private String newestEmailCode() {
        String mail =
                window.context().request().get(portal + "/demo/mail").text().replace("\r", "");
        int own = mail.indexOf("wanderer" + number + "@example.jp");
        Matcher code = EMAIL_CODE.matcher(mail);
        return own >= 0 && code.find(own) ? code.group(1) : "123456";
    }

    private void followAnyLink() {
        List<Locator> links = page.locator("a[href^='/']:visible").all();
        if (!links.isEmpty()) {
            Locator link = any(links);
            say("follow " + link.innerText());
            PageTurn.by(link);
        }
    }

    private void changeTab() {
        List<Page> tabs = window.context().pages();
        if (tabs.size() < 4) {
            say("open a tab");
            page = window.context().newPage();
            device.bringTo(page);
            page.navigate(portal + "/");
        } else {
            say("change the tab");
            page = any(tabs);
            page.bringToFront();
            device.bringTo(page);
        }
    }

    /** Whatever he did: a page of the portal, without a fault, and nothing of his own before the second factor. */
    private void judge() {
        page.waitForLoadState();
        if (!page.url().startsWith(portal)) {
            // Back from the first page: the empty one that each tab begins with.
            assertThat(page.url()).as(story()).isEqualTo("about:blank");
            page.navigate(portal + "/");
        }
        String heading = heading();
        say("-> " + heading);
        headings.add(heading);
        assertThat(faults).as(story()).isEmpty();
        assertThat(heading).as(story()).isNotBlank();
        if (page.url().contains("/first-login/email")) {
            passwordSet = true;
        }
        if (page.url().contains("/member/")) {
            assertThat(!key.isEmpty() || device.hasPasskey()).as(story()).isTrue();
        }
    }

    private String heading() {
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        return heading.count() == 1 ? heading.innerText() : page.locator("body").innerText();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void say(String what) {
        trail.add(what);
        if (trail.size() > TRAIL) {
            trail.remove();
        }
    }

    private String story() {
        return Walk.userId(number) + ": " + String.join("; ", trail);
    }

    Set<String> headings() {
        return headings;
    }
}
