package jp.kenpo.portal.signin;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Stores a visit's proofs in one column: one a line, kind, what it names, and when, parted by blanks. */
@Converter
public class ProofsConverter implements AttributeConverter<List<Proof>, String> {

    @Override
    public String convertToDatabaseColumn(List<Proof> proofs) {
        return proofs.stream().map(ProofsConverter::line).collect(Collectors.joining("\n"));
    }

    @Override
    public List<Proof> convertToEntityAttribute(String stored) {
        return Arrays.stream(stored.split("\n")).map(ProofsConverter::proof).toList();
    }

    private static String line(Proof proof) {
        if (proof instanceof Proof.Password password) {
            return "password " + (password.initial() ? "initial " : "own ") + password.at();
        }
        if (proof instanceof Proof.MailLink link) {
            return "mail-link " + link.linkId() + " " + link.at();
        }
        if (proof instanceof Proof.Enrolment enrolment) {
            return "enrolment " + (enrolment.atDesk() ? "desk " : "mail ") + enrolment.at();
        }
        if (proof instanceof Proof.TotpCode code) {
            return "totp-code " + code.deviceId() + " " + code.at();
        }
        if (proof instanceof Proof.TotpRegistration registration) {
            return "totp-registration " + registration.deviceId() + " " + registration.at();
        }
        if (proof instanceof Proof.RecoveryCode code) {
            return "recovery-code " + code.codeId() + " " + code.at();
        }
        if (proof instanceof Proof.AccountRecovery recovery) {
            return "account-recovery " + recovery.recoveryId() + " " + recovery.at();
        }
        if (proof instanceof Proof.PasskeyAssertion assertion) {
            return "passkey-assertion " + assertion.passkeyId() + " " + assertion.at();
        }
        if (proof instanceof Proof.PasskeyRegistration registration) {
            return "passkey-registration " + registration.passkeyId() + " " + registration.at();
        }
        throw new IllegalStateException("No column text for " + proof.getClass());
    }

    private static Proof proof(String line) {
        String[] parts = line.split(" ");
        Instant at = Instant.parse(parts[2]);
        return switch (parts[0]) {
            case "password" -> new Proof.Password(parts[1].equals("initial"), at);
            case "mail-link" -> new Proof.MailLink(Long.parseLong(parts[1]), at);
            case "enrolment" -> new Proof.Enrolment(parts[1].equals("desk"), at);
            case "totp-code" -> new Proof.TotpCode(Long.parseLong(parts[1]), at);
            case "totp-registration" -> new Proof.TotpRegistration(Long.parseLong(parts[1]), at);
            case "recovery-code" -> new Proof.RecoveryCode(Long.parseLong(parts[1]), at);
            case "account-recovery" -> new Proof.AccountRecovery(Long.parseLong(parts[1]), at);
            case "passkey-assertion" -> new Proof.PasskeyAssertion(Long.parseLong(parts[1]), at);
            case "passkey-registration" -> new Proof.PasskeyRegistration(Long.parseLong(parts[1]), at);
            default -> throw new IllegalStateException("Unknown proof in a session: " + parts[0]);
        };
    }
}
