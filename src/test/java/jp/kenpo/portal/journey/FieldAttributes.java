package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what browsers, password managers and keyboards know what a field is for.
 *
 * <p>Each field of a page has just the attributes written here, beside those of Faces, of styles and of assistive
 * technology, and of the portal's own scripts; nothing cuts off, hints inside, forbids or judges what is typed before it is sent.
 */
final class FieldAttributes {

    private static final String PLAIN_TEXT = "spellcheck=false, autocapitalize=none, autocorrect=off";

    private static final String USER_ID = "type=text, inputmode=email, autocomplete=username, " + PLAIN_TEXT;

    /** Plain text too, for it can be shown while it is typed. */
    private static final String NEW_PASSWORD = "type=password, autocomplete=new-password, " + PLAIN_TEXT;

    private static final String ONE_TIME_CODE = "type=text, inputmode=numeric, autocomplete=one-time-code";

    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("user-id", USER_ID),
            Map.entry("password", "type=password, autocomplete=current-password, " + PLAIN_TEXT),
            Map.entry("current-password", "type=password, autocomplete=current-password, " + PLAIN_TEXT),
            Map.entry("username", "type=text, autocomplete=username, readonly=readonly, hidden=hidden"),
            Map.entry("new-password", NEW_PASSWORD),
            Map.entry("password-confirmation", NEW_PASSWORD),
            Map.entry("confirmation-code", ONE_TIME_CODE),
            Map.entry("one-time-password", ONE_TIME_CODE),
            Map.entry("birth-date", "type=text, inputmode=numeric, autocomplete=bday"),
            Map.entry("email", "type=email, autocomplete=email"),
            Map.entry("symbol", "type=text, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("searched-birth-date", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("kana", "type=text, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("letters-symbol", "type=text, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("selection", "type=radio"),
            Map.entry("material", "type=radio"),
            Map.entry("opening", "rows=5, autocomplete=off"),
            Map.entry("closing", "rows=5, autocomplete=off"),
            Map.entry("new-email", "type=email, autocomplete=off"),
            Map.entry("title-ja", "type=text, autocomplete=off"),
            Map.entry("title-en", "type=text, autocomplete=off"),
            Map.entry("notice-ja", "rows=12, autocomplete=off"),
            Map.entry("notice-en", "rows=12, autocomplete=off"),
            Map.entry("first-day", "type=date, autocomplete=off"),
            Map.entry("last-day", "type=date, autocomplete=off"),
            Map.entry("notice-symbol", "type=text, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("important", "type=checkbox"),
            Map.entry("insurer-name", "type=text, autocomplete=off"),
            Map.entry("insurer-name-en", "type=text, autocomplete=off"),
            Map.entry("hours", "type=text, autocomplete=off"),
            Map.entry("hours-en", "type=text, autocomplete=off"),
            Map.entry("post", "type=text, autocomplete=off"),
            Map.entry("post-en", "type=text, autocomplete=off"),
            Map.entry("accent", "type=text, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("phone", "type=tel, autocomplete=off"),
            Map.entry("sender-address", "type=email, inputmode=email, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("alarm-address", "type=email, inputmode=email, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("password-profile", "type=radio"),
            Map.entry("offered-methods", "type=radio"),
            Map.entry("hand-over", "type=radio"),
            Map.entry("offered-languages", "type=radio"),
            Map.entry("initial-password-days", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("recovery-wait-hours", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("idle-minutes", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("absolute-hours", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("free-tries", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("first-wait-seconds", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("longest-wait-minutes", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("tell-after", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("most-failures", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("address-failures", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("alarm-failures", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("help-approval", "type=radio"),
            Map.entry("initial-password", "type=radio"),
            Map.entry("look-reason", "type=radio"),
            Map.entry("support-code", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("effective-on", "type=date, autocomplete=off"),
            Map.entry("changes-ja", "rows=5, autocomplete=off"),
            Map.entry("changes-en", "rows=5, autocomplete=off"),
            Map.entry("text-ja", "rows=20, autocomplete=off"),
            Map.entry("text-en", "rows=20, autocomplete=off"),
            Map.entry("number", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry("searched-user-id", "type=text, inputmode=email, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("audit-event", "autocomplete=off"),
            Map.entry("audit-from", "type=date, autocomplete=off"),
            Map.entry("audit-until", "type=date, autocomplete=off"),
            Map.entry("desk-code", "type=text, inputmode=numeric, autocomplete=off"),
            Map.entry(
                    "reference",
                    "type=text, autocomplete=off, spellcheck=false, autocapitalize=characters, autocorrect=off"),
            Map.entry("reason", "type=radio"),
            Map.entry("check-name", "type=checkbox"),
            Map.entry("check-number", "type=checkbox"),
            Map.entry("check-called-back", "type=checkbox"),
            Map.entry("check-papers", "type=checkbox"),
            Map.entry("device-name", "type=text"),
            Map.entry(
                    "recovery-code",
                    "type=text, autocomplete=off, spellcheck=false, autocapitalize=characters, autocorrect=off"),
            Map.entry("sign-out-everywhere", "type=checkbox"),
            Map.entry("kept", "type=checkbox"),
            Map.entry("scope", "type=radio"),
            Map.entry("role", "type=radio"),
            Map.entry("staff-name", "type=text, autocomplete=off"),
            Map.entry("staff-user-id", "type=text, autocomplete=off, " + PLAIN_TEXT),
            Map.entry("staff-email", "type=email, autocomplete=off"),
            Map.entry("file", "type=file, accept=.csv,text/csv"),
            Map.entry("logo", "type=file, accept=.svg,.png,.jpg,.jpeg,image/svg+xml,image/png,image/jpeg"),
            Map.entry("meant", "type=checkbox"),
            Map.entry("method", "type=radio"));

    private static final String MANUAL_RULES =
            "minlength: 8; maxlength: 64; required: lower, upper; required: digit; allowed: lower, upper, digit;";
    private static final String OPEN_RULES = "minlength: 8; maxlength: 64; allowed: ascii-printable;";

    /** What the browser made of the page, in one go. */
    private static final String READ = """
            () => {
              const fields = [...document.querySelectorAll('input:not([type=hidden]), textarea, select')];
              const own = (name) => !/^(id|name|value|class|style|checked|passwordrules|(aria|data)-.*)$/.test(name);
              const pasteInto = (field) =>
                field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
              return {
                fields: fields.map((field) => [field.name,
                  ...[...field.attributes].filter((one) => own(one.name)).map((one) => `${one.name}=${one.value}`)]),
                rules: fields.filter((field) => field.hasAttribute('passwordrules'))
                  .map((field) => [field.name, field.getAttribute('passwordrules')]),
                withoutLabel: fields.filter((field) => !field.hidden && field.labels.length !== 1).map((one) => one.name),
                withoutReveal: fields.filter((field) => field.type === 'password' &&
                    !document.querySelector(`button[data-reveal="${field.id}"]:not([hidden])`)).map((one) => one.name),
                refusingPaste: fields.filter((field) => !pasteInto(field)).map((one) => one.name),
                judging: [...document.forms].filter((form) => !form.noValidate &&
                    fields.some((field) => field.form === form)).map((form) => form.id),
                forbidding: [...document.querySelectorAll(
                    '[maxlength], [minlength], [placeholder], [disabled], [required], [pattern], [onpaste]')]
                  .map((one) => one.outerHTML),
                username: [...document.querySelectorAll('[autocomplete=new-password]')]
                  .map((field) => field.form.elements.username?.value ?? ''),
              };
            }
            """;

    private FieldAttributes() {}

    /** Holds the page that the window shows to the table. */
    static void hold(BrowserWindow window) {
        URI page = URI.create(window.page().url());
        Map<?, ?> read = (Map<?, ?>) window.page().evaluate(READ);

        assertThat((List<?>) read.get("fields")).allSatisfy(field -> {
            List<?> nameAndAttributes = (List<?>) field;
            String name = (String) nameAndAttributes.get(0);
            assertThat(Set.copyOf(nameAndAttributes.subList(1, nameAndAttributes.size())))
                    .as("%s of %s", name, page)
                    .isEqualTo(Set.of((Object[]) expected(page, name).split(", ")));
        });
        assertThat((List<?>) read.get("rules"))
                .as("passwordrules of %s", page)
                .isEqualTo(setsPassword(page.getPath()) ? rules(page.getHost()) : List.of());
        for (String wrong : List.of("withoutLabel", "withoutReveal", "refusingPaste", "judging", "forbidding")) {
            assertThat((List<?>) read.get(wrong)).as("%s of %s", wrong, page).isEmpty();
        }
        assertThat((List<?>) read.get("username"))
                .as("user ID beside the new password of %s", page)
                .allSatisfy(userId -> assertThat((String) userId).matches("[a-z0-9._@-]{8,13}"));
    }

    private static String expected(URI page, String name) {
        if (name.startsWith("column-")) {
            return "autocomplete=off";
        }
        // There the browser may offer a passkey as well.
        return page.getPath().equals("/sign-in/password.xhtml") && name.equals("user-id")
                ? USER_ID.replace("=username", "=username webauthn")
                : TABLE.getOrDefault(name, "a row of this table");
    }

    private static boolean setsPassword(String page) {
        return page.endsWith("/new-password.xhtml") || page.equals("/member/password.xhtml");
    }

    /** Of both fields, from the insurer's policy. */
    private static List<List<String>> rules(String host) {
        String rules = host.startsWith("sakura.") ? OPEN_RULES : MANUAL_RULES;
        return List.of(List.of("new-password", rules), List.of("password-confirmation", rules));
    }
}
