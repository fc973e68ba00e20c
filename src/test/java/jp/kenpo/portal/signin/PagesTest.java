package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step has its page. */
class PagesTest {

    static Stream<SignInStep> steps() {
        return Stream.of(
                new SignInStep.NeedsPassword(),
                new SignInStep.MembershipEnded(),
                new SignInStep.InitialPasswordExpired(),
                new SignInStep.NeedsSecondFactor(),
                new SignInStep.NeedsBirthDate(),
                new SignInStep.NeedsTerms(false),
                new SignInStep.NeedsUserIdAndMethod(),
                new SignInStep.NeedsNewPassword(),
                new SignInStep.NeedsEmail(),
                new SignInStep.NeedsEmailCode(),
                new SignInStep.FirstLoginDone(),
                new SignInStep.NeedsMfaSetup(SecondFactorMethod.OTP),
                new SignInStep.SignedIn());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theStepsPageExists(SignInStep step) {
        assertThat(Path.of("src", "main", "webapp", step.page())).exists();
    }
}
