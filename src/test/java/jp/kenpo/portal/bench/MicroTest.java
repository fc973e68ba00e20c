package jp.kenpo.portal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.portal.account.PasswordStrength;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditSealBenchmark;
import jp.kenpo.portal.bench.micro.MessagesBenchmark;
import jp.kenpo.portal.bench.micro.OneTimePasswordBenchmark;
import jp.kenpo.portal.bench.micro.PasswordChoiceBenchmark;
import jp.kenpo.portal.bench.micro.PasswordHashBenchmark;
import jp.kenpo.portal.bench.micro.RequestBenchmark;
import jp.kenpo.portal.bench.micro.SecretBoxBenchmark;
import jp.kenpo.portal.bench.micro.TypedTextBenchmark;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.secondfactor.PasskeyBenchmark;
import jp.kenpo.portal.secondfactor.PasskeyCheck;
import jp.kenpo.portal.signin.SignInStep;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured does what it is measured for: whoever measures a refusal measures something else. */
class MicroTest {

    private final AuditSealBenchmark audit = new AuditSealBenchmark();
    private final MessagesBenchmark messages = new MessagesBenchmark();
    private final OneTimePasswordBenchmark app = new OneTimePasswordBenchmark();
    private final PasskeyBenchmark passkey = new PasskeyBenchmark();
    private final PasswordChoiceBenchmark choice = new PasswordChoiceBenchmark();
    private final PasswordHashBenchmark password = new PasswordHashBenchmark();
    private final RequestBenchmark request = new RequestBenchmark();
    private final SecretBoxBenchmark box = new SecretBoxBenchmark();
    private final TypedTextBenchmark typed = new TypedTextBenchmark();

    private final Map<String, Executable> results = Map.ofEntries(
            entry(
                    "AuditSeal.entry",
                    () -> assertThat(new String(audit.entry(), UTF_8)).contains("SECOND_FACTOR_PROVED")),
            entry(
                    "AuditSeal.seal",
                    () -> assertThat(audit.isOverTheEntry(audit.seal())).isTrue()),
            entry("Messages.text", () -> assertThat(messages.text()).isNotBlank()),
            entry(
                    "Messages.textWithPlaces",
                    () -> assertThat(messages.textWithPlaces()).contains("8", "13")),
            entry("OneTimePassword.code", () -> assertThat(app.code()).hasValue(app.step)),
            entry(
                    "OneTimePassword.diagnosisOfAWrongClock",
                    () -> assertThat(app.diagnosisOfAWrongClock()).hasValue(app.step)),
            entry(
                    "OneTimePassword.qrCode",
                    () -> assertThat(app.qrCode().path()).startsWith("M4 4h7v1h-7z")),
            entry("Passkey.assertion", () -> assertThat(passkey.assertion()).isInstanceOf(PasskeyCheck.Passed.class)),
            entry(
                    "Passkey.registration",
                    () -> assertThat(passkey.registration()).isInstanceOf(PasskeyCheck.Passed.class)),
            entry("PasswordChoice.ownWords", () -> assertThat(choice.ownWords()).contains("kenpo", "sakura")),
            entry("PasswordChoice.policy", () -> assertThat(choice.policy()).isEmpty()),
            entry(
                    "PasswordChoice.strength",
                    () -> assertThat(choice.strength()).isGreaterThan(PasswordStrength.VERY_WEAK)),
            entry(
                    "PasswordHash.hash",
                    () -> assertThat(password.hash().matches(password.password)).isTrue()),
            entry(
                    "PasswordHash.verification",
                    () -> assertThat(password.verification()).isTrue()),
            entry(
                    "Request.ipv6Address",
                    () -> assertThat(request.ipv6Address())
                            .isEqualTo(new NetworkAddress("2001:db8:85a3:0:0:0:0:0/64"))),
            entry("Request.nextStep", () -> assertThat(request.nextStep()).isEqualTo(new SignInStep.SignedIn())),
            entry("Request.number", () -> assertThat(request.number()).hasSize(9)),
            entry("Request.proofs", () -> assertThat(request.proofs()).hasSize(2)),
            entry("Request.tokenHash", () -> assertThat(request.tokenHash()).hasSize(43)),
            entry("SecretBox.open", () -> assertThat(box.open()).isEqualTo(box.secret)),
            entry("SecretBox.seal", () -> assertThat(box.opened(box.seal())).isEqualTo(box.secret)),
            entry(
                    "TypedText.fullWidthUserId",
                    () -> assertThat(typed.fullWidthUserId()).isEqualTo(new UserId("hanako-1980"))),
            entry("TypedText.userId", () -> assertThat(typed.userId()).isEqualTo(new UserId("hanako-1980"))),
            entry(
                    "TypedText.userIdPolicy",
                    () -> assertThat(typed.userIdPolicy()).isEmpty()));

    @TestFactory
    Stream<DynamicTest> each_benchmark_does_what_it_says() {
        return results.entrySet().stream().map(result -> dynamicTest(result.getKey(), result.getValue()));
    }

    @Test
    void none_is_measured_whose_result_is_not_known() {
        assertThat(Micro.chosen().stream().map(Micro::shortName).collect(toSet()))
                .isEqualTo(results.keySet());
    }

    @Test
    void a_part_of_the_name_chooses() {
        assertThat(Micro.chosen("^PasswordHash"))
                .extracting(Micro::shortName)
                .containsExactly("PasswordHash.hash", "PasswordHash.verification");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nobody", "("})
    void a_name_that_is_none_is_refused_with_the_usage(String name) {
        assertThatThrownBy(() -> Micro.chosen(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--micro " + name + "? usage: bin/bench");
    }

    @Test
    void two_names_are_refused_with_the_usage() {
        assertThatThrownBy(() -> Micro.chosen("Passkey", "Request"))
                .hasMessageStartingWith("--micro Passkey Request? usage: bin/bench");
    }
}
