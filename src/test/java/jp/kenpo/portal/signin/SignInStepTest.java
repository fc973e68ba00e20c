package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignInStepTest {

    /** Every page that belongs to a step, with the steps at which it is shown. */
    private static final Map<String, Set<String>> OPEN = new TreeMap<>(Map.ofEntries(
            Map.entry("/sign-in/password.xhtml", Set.of("NeedsPassword")),
            Map.entry("/sign-in/membership-ended.xhtml", Set.of("MembershipEnded")),
            Map.entry("/sign-in/initial-password-expired.xhtml", Set.of("InitialPasswordExpired")),
            Map.entry(
                    "/sign-in/second-factor.xhtml",
                    Set.of("NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry("/sign-in/passkey.xhtml", Set.of("NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry(
                    "/sign-in/passkey-failed.xhtml",
                    Set.of("NeedsPassword", "NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry(
                    "/sign-in/passkey-options",
                    Set.of("NeedsPassword", "NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry(
                    "/sign-in/other-methods.xhtml",
                    Set.of("NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry(
                    "/sign-in/lost-device.xhtml", Set.of("NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry(
                    "/sign-in/lost-device-code.xhtml",
                    Set.of("NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry(
                    "/sign-in/recovery-code.xhtml",
                    Set.of("NeedsSecondFactor", "AwaitsRecovery", "SignedIn", "AtWork")),
            Map.entry("/recovery/new-password.xhtml", Set.of("NeedsPasswordReset")),
            Map.entry("/first-login/birth-date.xhtml", Set.of("NeedsBirthDate")),
            Map.entry("/first-login/terms.xhtml", Set.of("NeedsTerms")),
            Map.entry("/first-login/terms-declined.xhtml", Set.of("NeedsTerms")),
            Map.entry("/first-login/user-id-and-method.xhtml", Set.of("NeedsUserIdAndMethod")),
            Map.entry("/first-login/new-password.xhtml", Set.of("NeedsNewPassword")),
            Map.entry("/first-login/email.xhtml", Set.of("NeedsEmail")),
            Map.entry("/first-login/email-code.xhtml", Set.of("NeedsEmailCode")),
            Map.entry("/first-login/done.xhtml", Set.of("FirstLoginDone")),
            Map.entry("/mfa-setup/one-time-password.xhtml", Set.of("NeedsMfaSetup OTP", "SignedIn", "AtWork")),
            Map.entry("/mfa-setup/passkey.xhtml", Set.of("NeedsMfaSetup PASSKEY", "SignedIn", "AtWork")),
            Map.entry("/mfa-setup/passkey-failed.xhtml", Set.of("NeedsMfaSetup PASSKEY", "SignedIn", "AtWork")),
            Map.entry("/mfa-setup/passkey-options", Set.of("NeedsMfaSetup PASSKEY", "SignedIn", "AtWork")),
            Map.entry("/mfa-setup/passkey-name.xhtml", Set.of("SignedIn", "AtWork")),
            Map.entry(
                    "/mfa-setup/method.xhtml",
                    Set.of("NeedsMfaSetup OTP", "NeedsMfaSetup PASSKEY", "SignedIn", "AtWork")),
            Map.entry("/mfa-setup/done.xhtml", Set.of("SignedIn", "AtWork")),
            Map.entry("/sign-in/enrolment.xhtml", Set.of("NeedsEnrolmentProof")),
            Map.entry("/sign-in/enrolment-code.xhtml", Set.of("NeedsEnrolmentProof")),
            Map.entry("/sign-in/desk-code.xhtml", Set.of("NeedsEnrolmentProof")),
            Map.entry("/administration/help-desk.xhtml", Set.of("AtWork MANAGER", "AtWork HELP_DESK")),
            Map.entry("/administration/audit.xhtml", Set.of("AtWork MANAGER", "AtWork AUDITOR")),
            Map.entry("/administration/audit.csv", Set.of("AtWork MANAGER", "AtWork AUDITOR")),
            Map.entry("/administration/staff/list.xhtml", Set.of("AtWork MANAGER")),
            Map.entry("/administration/roster/imports.xhtml", Set.of("AtWork MANAGER")),
            Map.entry("/administration/roster/file", Set.of("AtWork MANAGER")),
            Map.entry("/administration/any-page-to-come.xhtml", Set.of("AtWork MANAGER")),
            Map.entry("/member/home.xhtml", Set.of("SignedIn")),
            Map.entry("/member/any-page-to-come.xhtml", Set.of("SignedIn"))));

    /** At least one of each kind. */
    static final List<SignInStep> STEPS = List.of(
            new SignInStep.NeedsPassword(),
            new SignInStep.MembershipEnded(),
            new SignInStep.InitialPasswordExpired(),
            new SignInStep.NeedsSecondFactor(SecondFactorMethod.PASSKEY),
            new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP),
            new SignInStep.AwaitsRecovery(Situation.NOW),
            new SignInStep.NeedsPasswordReset(),
            new SignInStep.NeedsEnrolmentProof(),
            new SignInStep.NeedsBirthDate(),
            new SignInStep.NeedsTerms(false),
            new SignInStep.NeedsTerms(true),
            new SignInStep.NeedsUserIdAndMethod(),
            new SignInStep.NeedsNewPassword(),
            new SignInStep.NeedsEmail(),
            new SignInStep.NeedsEmailCode(),
            new SignInStep.FirstLoginDone(),
            new SignInStep.NeedsMfaSetup(SecondFactorMethod.PASSKEY),
            new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP),
            new SignInStep.SignedIn(),
            new SignInStep.AtWork(StaffRole.MANAGER),
            new SignInStep.AtWork(StaffRole.HELP_DESK),
            new SignInStep.AtWork(StaffRole.AUDITOR));

    private static Stream<Arguments> everyStepAndPage() {
        return STEPS.stream()
                .flatMap(step -> OPEN.entrySet().stream()
                        .map(page -> arguments(step, page.getKey(), isOpen(page.getValue(), step))));
    }

    private static boolean isOpen(Set<String> steps, SignInStep step) {
        return steps.contains(name(step)) || steps.contains(kind(step));
    }

    /** The step's kind; of a set-up, whose pages differ, its method as well. */
    private static String name(SignInStep step) {
        String kind = step.getClass().getSimpleName();
        return step instanceof SignInStep.NeedsMfaSetup setUp ? kind + " " + setUp.method() : kind;
    }

    private static String kind(SignInStep step) {
        String kind = step.getClass().getSimpleName();
        return step instanceof SignInStep.AtWork atWork ? kind + " " + atWork.staffRole() : kind;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyStepAndPage")
    @Tag("ASVS-2.3.1")
    @Tag("ASVS-6.3.3")
    void shows_its_own_pages_and_no_others(SignInStep step, String path, boolean open) {
        assertThat(step.admits(path)).isEqualTo(open);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void shows_the_page_that_it_leads_to(SignInStep step) {
        assertThat(step.admits(step.page())).isTrue();
        assertThat(OPEN).containsKey(step.page());
    }

    @ParameterizedTest
    @MethodSource("steps")
    @Tag("ASVS-2.3.1")
    void takes_no_path_for_its_page_that_only_looks_like_it(SignInStep step) {
        String page = step.page();

        assertThat(List.of("", "/", "/" + page, page.substring(1), page.toUpperCase(Locale.ROOT), "/x" + page))
                .noneMatch(step::admits);
    }

    @Test
    void gives_a_role_only_to_who_is_known() {
        Map<String, String> roles = new TreeMap<>();
        STEPS.forEach(step -> roles.put(kind(step), step.role().map(Role::name).orElse("nobody")));

        assertThat(roles)
                .isEqualTo(Map.ofEntries(
                        Map.entry("NeedsPassword", "nobody"),
                        Map.entry("MembershipEnded", "nobody"),
                        Map.entry("InitialPasswordExpired", "nobody"),
                        Map.entry("NeedsSecondFactor", "PROVING"),
                        Map.entry("AwaitsRecovery", "PROVING"),
                        Map.entry("NeedsPasswordReset", "PROVING"),
                        Map.entry("NeedsEnrolmentProof", "PROVING"),
                        Map.entry("NeedsBirthDate", "NEWCOMER"),
                        Map.entry("NeedsTerms", "NEWCOMER"),
                        Map.entry("NeedsUserIdAndMethod", "NEWCOMER"),
                        Map.entry("NeedsNewPassword", "NEWCOMER"),
                        Map.entry("NeedsEmail", "NEWCOMER"),
                        Map.entry("NeedsEmailCode", "NEWCOMER"),
                        Map.entry("FirstLoginDone", "NEWCOMER"),
                        Map.entry("NeedsMfaSetup", "ENROLLING"),
                        Map.entry("SignedIn", "MEMBER"),
                        Map.entry("AtWork MANAGER", "STAFF_MANAGER"),
                        Map.entry("AtWork HELP_DESK", "STAFF_HELP_DESK"),
                        Map.entry("AtWork AUDITOR", "STAFF_AUDITOR")));
    }

    @Test
    void is_one_of_those_in_this_table() {
        Set<Class<?>> known = STEPS.stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kindsOf(SignInStep.class)).isEqualTo(known);
    }

    private static Set<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(kind -> kindsOf(kind).stream())
                        .collect(Collectors.toSet())
                : Set.of(type);
    }

    private static Stream<SignInStep> steps() {
        return STEPS.stream();
    }
}
