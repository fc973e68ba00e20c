package jp.kenpo.portal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/** What a caller has to do next, or that there is nothing left to do. */
public sealed interface SignInStep {

    /** The page on which it is done. */
    String page();

    /** What the caller may see meanwhile; empty: what everybody may. */
    default Optional<Role> role() {
        return Optional.empty();
    }

    /** Pages beside the first that belong to the step, and folders (ending in a slash) that are open meanwhile. */
    default List<String> alsoOpen() {
        return List.of();
    }

    /** Whether a path may be shown at this step. */
    default boolean admits(String path) {
        return path.equals(page())
                || alsoOpen().stream().anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
    }

    /** Nobody is known yet. */
    record NeedsPassword() implements SignInStep {
        @Override
        public String page() {
            return "/sign-in/password.xhtml";
        }

        @Override
        public List<String> alsoOpen() {
            return List.of(SignInPages.SESSION_OVER, SignInPages.PASSKEY_FAILED, SignInPages.PASSKEY_OPTIONS);
        }
    }

    /** The password was right, and nothing is left to do but to ask the insurer. */
    sealed interface Barred extends SignInStep {}

    /** The password was right, but the insurance has ended (資格喪失). */
    record MembershipEnded() implements Barred {
        @Override
        public String page() {
            return "/sign-in/membership-ended.xhtml";
        }
    }

    /** The initial password was right, but its time is over. */
    record InitialPasswordExpired() implements Barred {
        @Override
        public String page() {
            return "/sign-in/initial-password-expired.xhtml";
        }
    }

    /** The password was right and a second factor is set up: it is asked for before anything else is shown. */
    sealed interface SecondFactorStep extends SignInStep {
        @Override
        default Optional<Role> role() {
            return Optional.of(Role.PROVING);
        }

        @Override
        default List<String> alsoOpen() {
            return SignInPages.SECOND_FACTORS;
        }
    }

    /** It is asked for. @param first the method, until the member wants another of his */
    record NeedsSecondFactor(SecondFactorMethod first) implements SecondFactorStep {
        @Override
        public String page() {
            return SignInPages.of(first);
        }
    }

    /** The member has none any more, or so he said: from some time on he can do without. */
    record AwaitsRecovery(Instant opensAt) implements SecondFactorStep {
        @Override
        public String page() {
            return SignInPages.LOST_DEVICE;
        }
    }

    /** A password is to be set in the place of the forgotten one; whoever has a second factor has shown it. */
    record NeedsPasswordReset() implements SignInStep {
        @Override
        public String page() {
            return SignInPages.PASSWORD_RESET;
        }

        @Override
        public Optional<Role> role() {
            return Optional.of(Role.PROVING);
        }
    }

    /**
     * Staff took every second factor away. Before a new one is set up he shows who he is by more than the password
     * (ASVS 6.4.4), by which whoever made the insurer believe him would be in.
     */
    record NeedsEnrolmentProof() implements SignInStep {
        @Override
        public String page() {
            return SignInPages.ENROLMENT;
        }

        @Override
        public List<String> alsoOpen() {
            return List.of(SignInPages.ENROLMENT_CODE, SignInPages.DESK_CODE);
        }

        @Override
        public Optional<Role> role() {
            return Optional.of(Role.PROVING);
        }
    }

    /** A step of the wizard, or new terms. */
    sealed interface FirstLoginStep extends SignInStep {
        @Override
        default Optional<Role> role() {
            return Optional.of(Role.NEWCOMER);
        }
    }

    /** The birth date is to be confirmed. */
    record NeedsBirthDate() implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/birth-date.xhtml";
        }
    }

    /** The terms are to be accepted. @param again whether a former version was accepted once */
    record NeedsTerms(boolean again) implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/terms.xhtml";
        }

        @Override
        public List<String> alsoOpen() {
            return List.of("/first-login/terms-declined.xhtml");
        }
    }

    /** The user ID may be changed and the second factor is to be chosen. */
    record NeedsUserIdAndMethod() implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/user-id-and-method.xhtml";
        }
    }

    /** A password of the member's own is to be set. */
    record NeedsNewPassword() implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/new-password.xhtml";
        }
    }

    /** An e-mail address is to be entered. */
    record NeedsEmail() implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/email.xhtml";
        }
    }

    /** The code that was sent to the address is to be entered, or put off. */
    record NeedsEmailCode() implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/email-code.xhtml";
        }
    }

    /** The first login is complete; the second factor follows now or after logging in again. */
    record FirstLoginDone() implements FirstLoginStep {
        @Override
        public String page() {
            return "/first-login/done.xhtml";
        }
    }

    /** The second factor is to be set up. */
    record NeedsMfaSetup(SecondFactorMethod method) implements SignInStep {
        @Override
        public String page() {
            return MfaSetupPages.of(method);
        }

        @Override
        public Optional<Role> role() {
            return Optional.of(Role.ENROLLING);
        }

        @Override
        public List<String> alsoOpen() {
            return MfaSetupPages.beside(method);
        }
    }

    /** Nothing is left to prove. */
    sealed interface Complete extends SignInStep {}

    /** Nothing is left to do for a member. */
    record SignedIn() implements Complete {
        @Override
        public String page() {
            return "/member/home.xhtml";
        }

        @Override
        public Optional<Role> role() {
            return Optional.of(Role.MEMBER);
        }

        @Override
        public List<String> alsoOpen() {
            return Stream.concat(Stream.of("/member/", MfaSetupPages.FOLDER), SignInPages.SECOND_FACTORS.stream())
                    .toList();
        }
    }

    /** One of the insurer's staff is at work. */
    record AtWork(StaffRole staffRole) implements Complete {
        @Override
        public String page() {
            return staffRole == StaffRole.AUDITOR ? StaffPages.AUDIT : StaffPages.HELP_DESK;
        }

        @Override
        public Optional<Role> role() {
            return Optional.of(
                    switch (staffRole) {
                        case MANAGER -> Role.STAFF_MANAGER;
                        case HELP_DESK -> Role.STAFF_HELP_DESK;
                        case AUDITOR -> Role.STAFF_AUDITOR;
                    });
        }

        @Override
        public List<String> alsoOpen() {
            return Stream.of(pagesOfTheRole(), List.of(MfaSetupPages.FOLDER), SignInPages.SECOND_FACTORS)
                    .flatMap(List::stream)
                    .toList();
        }

        private List<String> pagesOfTheRole() {
            return switch (staffRole) {
                case MANAGER -> List.of(StaffPages.FOLDER);
                case HELP_DESK -> StaffPages.OF_THE_HELP_DESK;
                case AUDITOR -> StaffPages.OF_THE_AUDITOR;
            };
        }
    }
}
