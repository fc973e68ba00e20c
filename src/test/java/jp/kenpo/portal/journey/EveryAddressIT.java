package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every address at every step, by every method and at either insurer: each page is open then or leads to the step
 * that is, nothing of anybody's is shown before he is signed in, and each answer says what browsers must know.
 */
@ExtendWith(Journey.class)
@Tag("ASVS-2.3.1")
@Tag("ASVS-3.4.3")
@Tag("ASVS-3.4.4")
@Tag("ASVS-3.4.5")
@Tag("ASVS-3.4.6")
@Tag("ASVS-3.4.8")
@Tag("ASVS-3.7.2")
@Tag("ASVS-6.3.3")
@Tag("ASVS-7.4.1")
@Tag("ASVS-7.4.4")
@Tag("ASVS-8.4.1")
@Tag("ASVS-14.3.2")
class EveryAddressIT {

    private static final String HOME = "/member/home.xhtml";
    private static final String HELP_DESK = "/administration/help-desk.xhtml";
    private static final String AUDIT = "/administration/audit.xhtml";
    private static final String FIGURES = "/administration/figures.xhtml";
    private static final String STAFF = "/administration/staff/list.xhtml";
    private static final String IMPORTS = "/administration/roster/imports.xhtml";
    private static final String ENROLMENT = "/sign-in/enrolment.xhtml";
    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String NEW_PASSWORD = "/recovery/new-password.xhtml";
    private static final String LOST_DEVICE = "/sign-in/lost-device.xhtml";
    private static final String PASSKEY_FAILED = "/sign-in/passkey-failed.xhtml";

    /** Is there for those who name one; else there is no such page. */
    private static final String NOTICE = "/member/notice.xhtml";

    private static final String AUDIT_FILE = "/administration/audit.csv";
    private static final String FIGURES_FILE = "/administration/figures.csv";
    private static final String LETTER_FILE = "/administration/letter.pdf";

    private static final List<String> FILES_OF_MANAGERS = List.of(
            AUDIT_FILE,
            FIGURES_FILE,
            "/administration/letters/letters.pdf",
            "/administration/roster/faults.csv",
            "/administration/roster/progress",
            "/administration/terms/acceptances.csv");

    /** Whatever they may do, they have second factors. */
    private static final List<String> ALWAYS_OF_STAFF = List.of(
            "/sign-in/recovery-code.xhtml",
            LOST_DEVICE,
            "/sign-in/lost-device-code.xhtml",
            PASSKEY_FAILED,
            "/sign-in/second-factor.xhtml",
            "/sign-in/other-methods.xhtml",
            "/mfa-setup/done.xhtml",
            "/mfa-setup/method.xhtml",
            "/mfa-setup/one-time-password.xhtml",
            "/mfa-setup/passkey.xhtml",
            "/mfa-setup/passkey-failed.xhtml");

    private static final List<String> OF_AUDITORS = Stream.concat(
                    ALWAYS_OF_STAFF.stream(), Stream.of(FIGURES, AUDIT_FILE, FIGURES_FILE))
            .toList();

    private static final List<String> OF_HELP_DESK = Stream.concat(
                    ALWAYS_OF_STAFF.stream(),
                    Stream.of(
                            "/administration/member.xhtml",
                            "/administration/factors-reset.xhtml",
                            "/administration/recovery-stop.xhtml",
                            "/administration/sessions-end.xhtml",
                            "/administration/unlock.xhtml",
                            "/administration/password-reset.xhtml",
                            "/administration/email-correction.xhtml",
                            "/administration/desk-code.xhtml",
                            "/administration/support-code.xhtml",
                            "/administration/approvals.xhtml",
                            "/administration/approval.xhtml",
                            "/administration/letter.xhtml",
                            LETTER_FILE))
            .toList();

    private static final List<String> OF_MANAGERS = List.of(
            IMPORTS,
            "/administration/roster/columns.xhtml",
            "/administration/roster/import.xhtml",
            "/administration/roster/run.xhtml",
            "/administration/roster/undo.xhtml",
            "/administration/letters/list.xhtml",
            "/administration/letters/new.xhtml",
            "/administration/letters/words.xhtml",
            "/administration/notices/list.xhtml",
            "/administration/notices/draft.xhtml",
            "/administration/notices/preview.xhtml",
            "/administration/notices/publish.xhtml",
            "/administration/notices/notice.xhtml",
            "/administration/notices/take-back.xhtml",
            "/administration/terms/list.xhtml",
            "/administration/terms/draft.xhtml",
            "/administration/terms/preview.xhtml",
            "/administration/terms/publish.xhtml",
            "/administration/terms/take-back.xhtml",
            "/administration/terms/version.xhtml",
            "/administration/settings/overview.xhtml",
            "/administration/settings/brand.xhtml",
            "/administration/settings/logo.xhtml",
            "/administration/settings/contact.xhtml",
            "/administration/settings/policy.xhtml",
            "/administration/settings/history.xhtml",
            "/administration/settings/revert.xhtml",
            AUDIT,
            FIGURES,
            STAFF,
            "/administration/staff/invitation.xhtml",
            "/administration/staff/colleague.xhtml");

    /** What is part of every newcomer's name. */
    private static final String SURNAME = "植込";

    private static final List<String> METHODS = List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "ANY");

    private final PortalWithDatabase both;

    EveryAddressIT(PortalWithDatabase both) {
        this.both = both;
    }

    /** A step: its page, and what else of the pages for steps is open then. */
    private record Stage(String insurer, String page, List<String> alsoOpen) {

        boolean opens(String address) {
            return address.startsWith("/information/")
                    || address.startsWith("/recovery/") && !address.equals(NEW_PASSWORD)
                    || address.equals(page)
                    || alsoOpen.contains(address);
        }

        boolean isEnd() {
            return Set.of(HOME, HELP_DESK, AUDIT).contains(page);
        }

        @Override
        public String toString() {
            return insurer + " " + page;
        }
    }

    static Stream<Stage> stages() {
        return Stream.of("demo", "sakura").flatMap(EveryAddressIT::stages);
    }

    private static Stream<Stage> stages(String insurer) {
        return Stream.of(
                nobody(insurer),
                new Stage(insurer, "/sign-in/membership-ended.xhtml", List.of()),
                new Stage(insurer, "/sign-in/initial-password-expired.xhtml", List.of()),
                new Stage(insurer, "/first-login/birth-date.xhtml", List.of()),
                new Stage(insurer, "/first-login/terms.xhtml", List.of("/first-login/terms-declined.xhtml")),
                new Stage(insurer, "/first-login/user-id-and-method.xhtml", List.of()),
                new Stage(insurer, "/first-login/new-password.xhtml", List.of()),
                new Stage(insurer, "/first-login/email.xhtml", List.of()),
                new Stage(insurer, "/first-login/email-code.xhtml", List.of()),
                new Stage(insurer, "/first-login/done.xhtml", List.of()),
                new Stage(insurer, "/mfa-setup/one-time-password.xhtml", List.of("/mfa-setup/method.xhtml")),
                new Stage(
                        insurer,
                        "/mfa-setup/passkey.xhtml",
                        List.of("/mfa-setup/method.xhtml", "/mfa-setup/passkey-failed.xhtml")),
                new Stage(
                        insurer,
                        "/sign-in/second-factor.xhtml",
                        List.of(
                                PASSKEY_FAILED,
                                "/sign-in/other-methods.xhtml",
                                "/sign-in/recovery-code.xhtml",
                                LOST_DEVICE,
                                "/sign-in/lost-device-code.xhtml")),
                new Stage(
                        insurer,
                        LOST_DEVICE,
                        List.of(
                                PASSKEY_FAILED,
                                "/sign-in/second-factor.xhtml",
                                "/sign-in/other-methods.xhtml",
                                "/sign-in/recovery-code.xhtml",
                                "/sign-in/lost-device-code.xhtml")),
                new Stage(insurer, NEW_PASSWORD, List.of()),
                new Stage(insurer, ENROLMENT, List.of("/sign-in/enrolment-code.xhtml", "/sign-in/desk-code.xhtml")),
                new Stage(insurer, AUDIT, OF_AUDITORS),
                new Stage(insurer, HELP_DESK, OF_HELP_DESK),
                new Stage(
                        insurer,
                        HELP_DESK,
                        Stream.of(OF_HELP_DESK, OF_MANAGERS, FILES_OF_MANAGERS)
                                .flatMap(List::stream)
                                .toList()),
                new Stage(
                        insurer,
                        HOME,
                        List.of(
                                "/member/account.xhtml",
                                "/member/notices.xhtml",
                                "/member/device.xhtml",
                                "/member/device-removal.xhtml",
                                "/member/preferred-method.xhtml",
                                "/member/email.xhtml",
                                "/member/email-code.xhtml",
                                "/member/new-recovery-codes.xhtml",
                                "/member/password.xhtml",
                                "/member/user-id.xhtml",
                                "/member/recovery-codes.xhtml",
                                "/member/sessions.xhtml",
                                "/member/history.xhtml",
                                "/member/terms.xhtml",
                                "/member/accepted-terms.xhtml",
                                "/member/waiting-recovery.xhtml",
                                "/member/not-me.xhtml",
                                "/sign-in/recovery-code.xhtml",
                                LOST_DEVICE,
                                "/sign-in/lost-device-code.xhtml",
                                PASSKEY_FAILED,
                                "/sign-in/second-factor.xhtml",
                                "/sign-in/other-methods.xhtml",
                                "/mfa-setup/done.xhtml",
                                "/mfa-setup/method.xhtml",
                                "/mfa-setup/one-time-password.xhtml",
                                "/mfa-setup/passkey.xhtml",
                                "/mfa-setup/passkey-failed.xhtml")));
    }

    private static Stage nobody(String insurer) {
        return new Stage(insurer, LOGIN, List.of(PASSKEY_FAILED, "/sign-in/session-over.xhtml"));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void isOpenAtItsStepOnly(Stage stage) throws IOException {
        Newcomer newcomer = at(stage);
        List<String> faults = new ArrayList<>();

        faults.addAll(faultsAtHome(stage, newcomer));
        faults.addAll(faultsAbroad(stage, newcomer));
        assertThat(newcomer.visitor().step()).as("nothing went on").isEqualTo(stage.page);
        faults.addAll(faultsAfterSigningOut(stage, newcomer));

        assertThat(faults).isEmpty();
    }

    /** All that can be asked by all methods: nothing is shown but the pages that are open. */
    private static List<String> faultsAtHome(Stage stage, Newcomer newcomer) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> headings = new HashSet<>(Set.of("ページが見つかりません", "デモのメール"));
        for (String page : Addresses.pages()) {
            Answer answer = newcomer.visitor().get(page);
            faults.addAll(faultsOfPage(stage, page, answer));
            headings.add(answer.heading());
        }
        for (String file : files()) {
            faults.addAll(faultsOfFile(stage, file, newcomer.visitor().get(file)));
        }
        for (WireRequest request : requests(stage)) {
            Answer answer = newcomer.visitor().ask(request);
            faults.addAll(faultsOf(stage, newcomer, request, answer));
            if (answer.isPage() && !answer.body().isEmpty() && !headings.contains(answer.heading())) {
                faults.add(request + " shows " + answer.heading());
            }
        }
        return faults;
    }

    /** What is one insurer's cookie is nobody's at the other. */
    private List<String> faultsAbroad(Stage stage, Newcomer newcomer) throws IOException {
        Stage nobody = nobody(stage.insurer.equals("demo") ? "sakura" : "demo");
        List<String> faults = new ArrayList<>();
        for (String page : Addresses.pages()) {
            Answer answer = newcomer.visitor().copyAt(portal(nobody.insurer)).get(page);
            faults.addAll(faultsOfPage(nobody, page, answer));
            faults.addAll(faultsOf(nobody, newcomer, WireRequest.get(page), answer));
        }
        for (String file : files()) {
            Answer answer = newcomer.visitor().copyAt(portal(nobody.insurer)).get(file);
            faults.addAll(faultsOfFile(nobody, file, answer));
        }
        return faults;
    }

    /** What was open leads to the login, also for whoever kept a copy of the cookies. */
    private List<String> faultsAfterSigningOut(Stage stage, Newcomer newcomer) throws IOException {
        Visitor thief = newcomer.visitor().copyAt(portal(stage.insurer));
        newcomer.signOut();
        List<String> faults = new ArrayList<>();
        for (String page : Addresses.pages()) {
            faults.addAll(faultsOfPage(
                    nobody(stage.insurer),
                    page,
                    thief.copyAt(portal(stage.insurer)).get(page)));
        }
        return faults;
    }

    private static List<String> files() {
        return Stream.concat(FILES_OF_MANAGERS.stream(), Stream.of(LETTER_FILE)).toList();
    }

    /** Whoever may have a file has it, or is told that there is none; whoever may not comes to his step. */
    private static List<String> faultsOfFile(Stage stage, String file, Answer answer) {
        boolean leads =
                answer.status() == 303 && withoutQuery(answer.location()).equals(stage.page);
        return stage.opens(file) != leads
                ? List.of()
                : List.of(file + " answers " + answer.status() + " " + answer.location());
    }

    private static List<String> faultsOfPage(Stage stage, String page, Answer answer) {
        if (answer.status() == 200
                && !stage.page.equals(LOGIN)
                && !answer.body().contains("action=\"/sign-out\"")) {
            return List.of(page + " has no way out");
        }
        if (page.equals(NOTICE) && stage.page.equals(HOME)) {
            return answer.status() == 404 ? List.of() : List.of(page + " answers " + answer.status());
        }
        boolean leads =
                answer.status() == 303 && withoutQuery(answer.location()).equals(stage.page);
        return (stage.opens(page) ? answer.status() == 200 : leads)
                ? List.of()
                : List.of(page + " answers " + answer.status() + " " + answer.location());
    }

    private static String withoutQuery(String address) {
        return address.split("[?#]")[0];
    }

    private static List<String> faultsOf(Stage stage, Newcomer newcomer, WireRequest request, Answer answer) {
        List<String> faults = new ArrayList<>(SafeAnswer.faults(request.target(), answer));
        if (answer.status() == 303
                && !List.of(stage.page, "/", "/information/cookies.xhtml", withoutQuery(request.target()))
                        .contains(withoutQuery(answer.location()))) {
            faults.add("leads to " + answer.location());
        }
        String shown = stage.isEnd() ? answer.body().replace(newcomer.name(), "") : answer.body();
        boolean tellsOfColleagues =
                stage.opens(STAFF) && withoutQuery(request.target()).equals(STAFF);
        if (shown.contains(SURNAME) && !tellsOfColleagues) {
            faults.add("shows a name");
        }
        return faults.stream().map(fault -> request + ": " + fault).toList();
    }

    /** Both insurers differ in their data only, so what is tried at the second is little. */
    private static List<WireRequest> requests(Stage stage) throws IOException {
        if (stage.insurer.equals("sakura")) {
            return Addresses.services().stream().map(WireRequest::get).toList();
        }
        List<String> known = new ArrayList<>(Addresses.pages());
        known.addAll(Addresses.services());
        List<String> tried = new ArrayList<>(known);
        Stream.of("/member/home.xhtml", "/mfa-setup/method.xhtml", NEW_PASSWORD, "/WEB-INF/errors/failed.xhtml")
                .map(Addresses::tricks)
                .forEach(tried::addAll);
        tried.addAll(Addresses.folders());
        // No step makes a difference to them.
        tried.addAll(stage.page.equals(LOGIN) || stage.isEnd() ? Addresses.innerFiles() : List.of());
        List<WireRequest> requests =
                new ArrayList<>(tried.stream().map(WireRequest::get).toList());
        known.addAll(Addresses.tricks("/member/home.xhtml"));
        known.remove("/sign-out");
        for (int i = 0; i < known.size(); i++) {
            requests.add(WireRequest.post(known.get(i), ""));
            // One a step, another at the next.
            String method = METHODS.get((i + stage.page.length()) % METHODS.size());
            requests.add(WireRequest.of(method, known.get(i)).with("Sec-Fetch-Site", "same-origin"));
        }
        return requests;
    }

    private Newcomer at(Stage stage) {
        String method = stage.page.contains("passkey") ? "PASSKEY" : "OTP";
        Newcomer newcomer = Newcomer.at(stage.insurer, portal(stage.insurer), both, method);
        switch (stage.page) {
            case LOGIN -> {}
            case "/sign-in/membership-ended.xhtml" ->
                newcomer.losesMembership(both.database()).logIn();
            case "/sign-in/initial-password-expired.xhtml" ->
                newcomer.cameTooLate(both.database()).logIn();
            case "/sign-in/second-factor.xhtml" ->
                newcomer.asFarAs(HOME).signOut().logIn();
            case LOST_DEVICE ->
                newcomer.asFarAs(HOME)
                        .confirmsHisAddress(both.database())
                        .signOut()
                        .losesAllDevices();
            case ENROLMENT ->
                newcomer.asFarAs(HOME).signOut().isResetByStaff(both).logIn();
            case AUDIT -> newcomer.asFarAs(HOME).isOfTheStaff(both.database(), "AUDITOR");
            case HELP_DESK ->
                newcomer.asFarAs(HOME).isOfTheStaff(both.database(), stage.opens(IMPORTS) ? "MANAGER" : "HELP_DESK");
            case NEW_PASSWORD ->
                newcomer.asFarAs(HOME)
                        .confirmsHisAddress(both.database())
                        .signOut()
                        .forgetsPassword()
                        .asFarAs(NEW_PASSWORD);
            default -> newcomer.asFarAs(stage.page);
        }
        assertThat(newcomer.visitor().step()).isEqualTo(stage.page);
        return newcomer;
    }

    private String portal(String insurer) {
        return insurer.equals("demo") ? both.portal().demo() : both.portal().sakura();
    }
}
