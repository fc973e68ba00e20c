package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsConverterTest {

    private static final Instant AT = Instant.parse("2026-04-01T01:02:03.000000456Z");

    private static final List<Proof> EVERY_KIND = List.of(
            new Proof.Password(true, AT),
            new Proof.Password(false, Instant.EPOCH),
            new Proof.MailLink(7, AT.plusSeconds(5)),
            new Proof.Enrolment(true, AT.plusSeconds(8)),
            new Proof.Enrolment(false, AT.plusSeconds(9)),
            new Proof.TotpCode(Long.MAX_VALUE, AT.plusSeconds(1)),
            new Proof.TotpRegistration(8, AT.plusSeconds(2)),
            new Proof.RecoveryCode(11, AT.plusSeconds(6)),
            new Proof.AccountRecovery(12, AT.plusSeconds(7)),
            new Proof.PasskeyAssertion(9, AT.plusSeconds(3)),
            new Proof.PasskeyRegistration(10, AT.plusSeconds(4)));

    private final ProofsConverter converter = new ProofsConverter();

    @Test
    void a_visits_proofs_come_back_as_they_were() {
        String stored = converter.convertToDatabaseColumn(EVERY_KIND);

        assertThat(converter.convertToEntityAttribute(stored)).isEqualTo(EVERY_KIND);
    }

    @Test
    void no_kind_of_proof_is_forgotten_here() {
        Set<Class<?>> tried = EVERY_KIND.stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(Stream.of(Proof.class.getPermittedSubclasses())).allMatch(tried::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"passkey 1 2026-04-01T00:00:00Z", "totp-code x 2026-04-01T00:00:00Z", "totp-code 1 today"})
    void what_is_no_proof_is_not_taken_for_one(String stored) {
        assertThatThrownBy(() -> converter.convertToEntityAttribute(stored)).isInstanceOf(RuntimeException.class);
    }
}
