package jp.kenpo.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.account.EasyGuess;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.PasswordStrength;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.administration.Colleague;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.figures.Factors;
import jp.kenpo.portal.figures.Stage;
import jp.kenpo.portal.helpdesk.Deed;
import jp.kenpo.portal.helpdesk.HelpDeskPage;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.letters.LetterSelection;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.roster.ImportState;
import jp.kenpo.portal.roster.RosterColumn;
import jp.kenpo.portal.roster.RosterScope;
import jp.kenpo.portal.secondfactor.PasskeyFailure;
import jp.kenpo.portal.selfservice.HistoryWord;
import jp.kenpo.portal.settings.SettingTexts;
import org.w3c.dom.Element;

/**
 * Every text that pages and classes ask for.
 *
 * @param where what asks
 * @param keys the keys that are tried, one after the other
 * @param optional whether there need be none
 * @param arguments how many go into the text's places; -1 where that is not known
 */
record AskedTexts(String where, List<String> keys, boolean optional, int arguments) {

    private static final String TAGS = "urn:kenpo:portal";

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Pattern BY_A_CLASS = Pattern.compile(
            "(?:Messages\\.text\\([^\";]*?|\\btext\\(language, |\\btext\\.of\\()\"([a-z-]+[._][a-z0-9_.-]+[a-z0-9])\"");

    private static final List<String> BUTTON = List.of("{page}.button.{name}", "button.{name}");
    private static final List<String> FIELD = List.of("{page}.{name}", "field.{name}");

    /** What a tag asks for by its attribute {@code name}, as WEB-INF/tags and {@link PageText} do it. */
    private static final Map<String, List<String>> BY_TAGS = Map.ofEntries(
            Map.entry("disclosure", List.of("{page}.{name}")),
            Map.entry("fact", List.of("{page}.{name}")),
            Map.entry("link", List.of("{page}.{name}", "button.{name}", "layout.{name}")),
            Map.entry("submit", BUTTON),
            Map.entry("passkey", BUTTON),
            Map.entry("go", BUTTON),
            Map.entry("print", BUTTON),
            Map.entry("copy", BUTTON),
            Map.entry("text", FIELD),
            Map.entry("user-id", FIELD),
            Map.entry("email", FIELD),
            Map.entry("code", FIELD),
            Map.entry("date", FIELD),
            Map.entry("password", FIELD),
            Map.entry("new-password", FIELD),
            Map.entry("choice", FIELD),
            Map.entry("checkbox", FIELD),
            Map.entry("file", FIELD),
            Map.entry("text-area", FIELD),
            Map.entry("select", FIELD));

    static List<AskedTexts> all() {
        List<AskedTexts> all = new ArrayList<>(byClasses());
        for (PageFile file : PageFile.all()) {
            all.addAll(byExpressions(file));
            all.addAll(byTags(file));
        }
        madeAtRunTime().forEach(key -> all.add(new AskedTexts("a class", List.of(key), false, -1)));
        return all;
    }

    private static List<AskedTexts> byExpressions(PageFile file) {
        List<AskedTexts> asked = new ArrayList<>();
        String where = file.path().toString();
        if (file.isPage()) {
            asked.add(new AskedTexts(where, List.of(file.prefix() + ".title"), false, 0));
        }
        for (PageFile.Call call : file.calls()) {
            for (String key : call.keys()) {
                if (call.method().equals("of")) {
                    asked.add(new AskedTexts(where, List.of(key), false, call.arguments()));
                } else if (file.isPage()) {
                    asked.add(new AskedTexts(where, List.of(file.prefix() + "." + key), false, call.arguments()));
                }
            }
        }
        return asked;
    }

    private static List<AskedTexts> byTags(PageFile file) {
        List<AskedTexts> asked = new ArrayList<>();
        for (Element tag : file.elements()) {
            if (!TAGS.equals(tag.getNamespaceURI())) {
                continue;
            }
            List<String> tried = BY_TAGS.getOrDefault(tag.getLocalName(), List.of());
            for (String name : PageFile.values(tag.getAttribute("name"))) {
                add(asked, file, tried, name, false);
                if (tried == FIELD) {
                    add(asked, file, List.of("{page}.{name}.hint", "field.{name}.hint"), name, true);
                }
            }
            if (tag.getLocalName().equals("back")) {
                add(asked, file, List.of("{page}.back"), "", true);
            }
            if (tag.getLocalName().equals("open-app")) {
                add(asked, file, List.of("{page}.open-app"), "", false);
            }
        }
        return asked;
    }

    private static void add(List<AskedTexts> asked, PageFile file, List<String> tried, String name, boolean optional) {
        List<String> keys = tried.stream()
                .filter(key -> file.isPage() || !key.startsWith("{page}"))
                .map(key -> key.replace("{page}", file.prefix()).replace("{name}", name))
                .toList();
        if (!keys.isEmpty()) {
            asked.add(new AskedTexts(file.path().toString(), keys, optional, 0));
        }
    }

    private static List<AskedTexts> byClasses() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> BY_A_CLASS
                            .matcher(read(file))
                            .results()
                            .map(key -> new AskedTexts(file.toString(), List.of(key.group(1)), false, -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys that are put together from parts. */
    private static Stream<String> madeAtRunTime() {
        return Stream.of(
                        Arrays.stream(Notice.values()).map(Notice::key),
                        Arrays.stream(PasswordStrength.values()).map(step -> "field.password-strength." + step.key()),
                        Arrays.stream(Handheld.values()).map(handheld -> "field.device-name." + handheld.key()),
                        Arrays.stream(Handheld.values()).map(handheld -> "field.passkey-name." + handheld.key()),
                        Arrays.stream(UserAgent.Browser.values())
                                .filter(browser -> browser != UserAgent.Browser.UNKNOWN)
                                .map(browser -> "member_sessions.browser." + browser.key()),
                        Arrays.stream(UserAgent.OperatingSystem.values())
                                .filter(system -> system != UserAgent.OperatingSystem.UNKNOWN)
                                .map(system -> "member_sessions.system." + system.key()),
                        HelpDeskPage.ANSWERS.stream().map(answer -> "administration.answer." + answer),
                        HelpReason.OF_HELP.stream()
                                .map(reason -> "administration.reason." + reason.key())
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        HelpReason.OF_LOOKS.stream()
                                .map(reason -> "administration.look-reason." + reason.key())
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Arrays.stream(StaffRole.values())
                                .map(role -> "administration.role." + role.key())
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Arrays.stream(Colleague.State.values())
                                .map(state -> "administration.staff-state." + state.key()),
                        Arrays.stream(RosterScope.values())
                                .map(scope -> "administration.scope." + scope.key())
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Arrays.stream(LetterSelection.values())
                                .map(selection -> "administration.letter-selection." + selection.key())
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Stream.of("present", "former", "asked-again", "none")
                                .map(part -> "administration.acceptance." + part),
                        Arrays.stream(Stage.values()).map(stage -> "administration.stage." + stage.key()),
                        Arrays.stream(Factors.values()).map(which -> "administration.factors." + which.key()),
                        Stream.of("yes", "no")
                                .map(answer -> "administration_terms_draft.material." + answer)
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Arrays.stream(ImportState.values())
                                .map(state -> "administration.import-state." + state.key())
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Arrays.stream(AuditEvent.values()).map(event -> "administration.audit-event." + code(event)),
                        Arrays.stream(RosterColumn.values()).map(column -> "administration.column." + column.key()),
                        Stream.of("errors.form-too-large", "errors.file-too-large", "errors.logo-too-large"),
                        SettingTexts.keys(),
                        Arrays.stream(Deed.values()).map(deed -> "administration.deed." + deed.key()),
                        Arrays.stream(HistoryWord.values()).map(word -> "member_history." + word.key()),
                        Stream.of("member_history.same-network", "member_history.other-network"),
                        Arrays.stream(StaffRole.values()).map(role -> "member_history.staff." + role.key()),
                        Arrays.stream(HelpReason.values()).map(reason -> "member_history.reason." + reason.key()),
                        Arrays.stream(PasskeyFailure.values())
                                .map(failure -> "refusal." + failure.refusal().key()),
                        Arrays.stream(SecondFactorMethod.values())
                                .map(method -> "first-login_method." + code(method))
                                .flatMap(key -> Stream.of(key, key + ".needs", key + ".one-of")),
                        Arrays.stream(MailTemplate.values())
                                .map(template -> "mail." + code(template))
                                .flatMap(key -> Stream.of(key + ".subject", key + ".body")),
                        Stream.concat(
                                        Stream.of("length", "letter", "digit", "characters", "same"),
                                        Arrays.stream(EasyGuess.values()).map(EasyGuess::key))
                                .map(rule -> "field.password-rule." + rule),
                        IntStream.rangeClosed(1, 6).mapToObj(step -> "layout.step-" + step))
                .flatMap(keys -> keys);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
