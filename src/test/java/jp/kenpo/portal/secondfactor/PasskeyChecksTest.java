package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every check of WebAuthn L3 § 7.1 and § 7.2 that can be made on an answer alone: broken one at a time, and refused.
 * The others, which need the database, are in {@link PasskeyCeremoniesIT}.
 */
class PasskeyChecksTest {

    private static final RelyingParty PORTAL =
            new RelyingParty(1, "portal.example.jp", URI.create("https://portal.example.jp"), "試験健康保険組合");

    private static final byte[] CHALLENGE = "a challenge of thirty-two bytes.".getBytes(UTF_8);

    private static final byte[] OTHER_CHALLENGE = "another of thirty-two bytes too.".getBytes(UTF_8);

    /** What one authenticator does wrong. */
    private record Wrong(String step, PasskeyFailure expected, Consumer<SoftwareAuthenticator> deed) {
        @Override
        public String toString() {
            return step;
        }
    }

    private static Arguments wrong(String step, PasskeyFailure expected, Consumer<SoftwareAuthenticator> deed) {
        return arguments(new Wrong(step, expected, deed));
    }

    @Nested
    class ANewPasskey {

        @ParameterizedTest
        @ValueSource(strings = {"EdDSA", "ES256", "RS256"})
        void of_each_algorithm_that_was_offered_is_taken(String name) {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(CHALLENGE, algorithm(name));

            assertThat(register(authenticator)).isEqualTo("accepted");
        }

        @Test
        void that_attests_itself_is_taken() {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(CHALLENGE);
            authenticator.attestItself();

            assertThat(register(authenticator)).isEqualTo("accepted");
        }

        @ParameterizedTest
        @MethodSource({
            "jp.kenpo.portal.secondfactor.PasskeyChecksTest#registrations",
            "jp.kenpo.portal.secondfactor.PasskeyChecksTest#envelopes"
        })
        void is_refused_for_each_single_thing_that_is_wrong(Wrong wrong) {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(CHALLENGE);
            wrong.deed().accept(authenticator);

            assertThat(register(authenticator)).isEqualTo(wrong.expected().name());
        }

        @Test
        void tells_what_is_kept_of_it() {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(CHALLENGE);
            authenticator.flags |= SoftwareAuthenticator.BACKUP_ELIGIBLE | SoftwareAuthenticator.BACKED_UP;
            authenticator.signCount = 77;

            PasskeyRegistration made = made(authenticator);

            assertThat(made.signCount()).isEqualTo(77);
            assertThat(made.isBackupEligible()).isTrue();
            assertThat(made.isBackedUp()).isTrue();
            assertThat(made.transports()).containsExactly("hybrid", "internal");
            assertThat(made.credentialId()).isEqualTo(SoftwareAuthenticator.base64Url(authenticator.credentialId));
            assertThat(made.aaguid()).isEqualTo("00000000-0000-0000-0000-000000000000");
        }
    }

    static Stream<Arguments> registrations() {
        return Stream.of(
                wrong("§ 7.1 step 7: type", PasskeyFailure.INVALID, it -> it.type = "webauthn.get"),
                wrong("§ 7.1 step 8: challenge", PasskeyFailure.STALE, it -> it.challenge = OTHER_CHALLENGE),
                wrong(
                        "§ 7.1 step 9: origin, another scheme",
                        PasskeyFailure.WRONG_ADDRESS,
                        it -> it.origin = "http://portal.example.jp"),
                wrong(
                        "§ 7.1 step 9: origin, another port",
                        PasskeyFailure.WRONG_ADDRESS,
                        it -> it.origin = "https://portal.example.jp:8443"),
                wrong(
                        "§ 7.1 step 9: origin, another host",
                        PasskeyFailure.WRONG_ADDRESS,
                        it -> it.origin = "https://evil.portal.example.jp"),
                wrong("§ 7.1 step 10: crossOrigin", PasskeyFailure.INVALID, it -> it.crossOrigin = true),
                wrong(
                        "§ 7.1 step 11: topOrigin",
                        PasskeyFailure.INVALID,
                        it -> it.topOrigin = "https://portal.example.jp"),
                wrong(
                        "§ 5.1: ID other than that of the attested credential",
                        PasskeyFailure.INVALID,
                        it -> it.credential =
                                credential -> credential.put("id", "AAAA").put("rawId", "AAAA")),
                wrong("§ 7.1 step 14: rpIdHash", PasskeyFailure.WRONG_ADDRESS, it -> it.relyingPartyId = "example.jp"),
                wrong(
                        "§ 7.1 step 15: UP",
                        PasskeyFailure.INVALID,
                        it -> it.flags = SoftwareAuthenticator.USER_VERIFIED),
                wrong(
                        "§ 7.1 step 16: UV",
                        PasskeyFailure.USER_NOT_VERIFIED,
                        it -> it.flags = SoftwareAuthenticator.USER_PRESENT),
                wrong(
                        "§ 7.1 step 17: BS without BE",
                        PasskeyFailure.INVALID,
                        it -> it.flags |= SoftwareAuthenticator.BACKED_UP),
                wrong("§ 7.1 step 20: alg", PasskeyFailure.INVALID, it -> {
                    it.keys = SoftwareAuthenticator.keys(COSEAlgorithmIdentifier.RS256);
                    it.algorithm = COSEAlgorithmIdentifier.RS512;
                }),
                wrong("§ 7.1 step 21: fmt", PasskeyFailure.INVALID, it -> it.format = "of-my-own"),
                wrong(
                        "§ 7.1 step 22: attStmt of none must be empty",
                        PasskeyFailure.INVALID,
                        it -> it.attestationStatement = new byte[] {(byte) 0xa1, 0x61, 'x', 0x01}),
                wrong("§ 7.1 step 22: self attestation by another key", PasskeyFailure.INVALID, it -> {
                    it.signature = signature -> {
                        signature[signature.length - 1] ^= 1;
                        return signature;
                    };
                    it.attestItself();
                }),
                wrong(
                        "§ 7.1 step 24: credential ID of 1024 bytes",
                        PasskeyFailure.INVALID,
                        it -> it.credentialId = new byte[1024]));
    }

    @Nested
    class ASignIn {

        @ParameterizedTest
        @ValueSource(strings = {"EdDSA", "ES256", "RS256"})
        void by_a_key_of_each_algorithm_is_taken(String name) {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(CHALLENGE, algorithm(name));

            assertThat(signIn(authenticator, it -> {})).isEqualTo("accepted");
        }

        @ParameterizedTest
        @MethodSource({
            "jp.kenpo.portal.secondfactor.PasskeyChecksTest#signIns",
            "jp.kenpo.portal.secondfactor.PasskeyChecksTest#envelopes"
        })
        void is_refused_for_each_single_thing_that_is_wrong(Wrong wrong) {
            assertThat(signIn(new SoftwareAuthenticator(CHALLENGE), wrong.deed()))
                    .isEqualTo(wrong.expected().name());
        }

        @Test
        void by_an_authenticator_that_never_counts_is_taken() {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(CHALLENGE);
            authenticator.signCount = 0;

            assertThat(signIn(authenticator, it -> it.signCount = 0)).isEqualTo("accepted");
        }
    }

    static Stream<Arguments> signIns() {
        return Stream.of(
                wrong("§ 7.2 step 10: type", PasskeyFailure.INVALID, it -> it.type = "webauthn.create"),
                wrong("§ 7.2 step 11: challenge", PasskeyFailure.STALE, it -> it.challenge = OTHER_CHALLENGE),
                wrong(
                        "§ 7.2 step 12: origin",
                        PasskeyFailure.WRONG_ADDRESS,
                        it -> it.origin = "https://portal.example.jp.evil.example"),
                wrong("§ 7.2 step 13: crossOrigin", PasskeyFailure.INVALID, it -> it.crossOrigin = true),
                wrong(
                        "§ 7.2 step 14: topOrigin",
                        PasskeyFailure.INVALID,
                        it -> it.topOrigin = "https://portal.example.jp"),
                wrong(
                        "§ 7.2 step 15: rpIdHash",
                        PasskeyFailure.WRONG_ADDRESS,
                        it -> it.relyingPartyId = "other.example.jp"),
                wrong(
                        "§ 7.2 step 16: UP",
                        PasskeyFailure.INVALID,
                        it -> it.flags = SoftwareAuthenticator.USER_VERIFIED),
                wrong(
                        "§ 7.2 step 17: UV",
                        PasskeyFailure.USER_NOT_VERIFIED,
                        it -> it.flags = SoftwareAuthenticator.USER_PRESENT),
                wrong(
                        "§ 7.2 step 18: BS without BE",
                        PasskeyFailure.INVALID,
                        it -> it.flags |= SoftwareAuthenticator.BACKED_UP),
                wrong(
                        "§ 7.2 step 19: BE that was not there at registration",
                        PasskeyFailure.INVALID,
                        it -> it.flags |= SoftwareAuthenticator.BACKUP_ELIGIBLE),
                wrong(
                        "§ 7.2 step 21: signature",
                        PasskeyFailure.INVALID,
                        it -> it.signature = signature -> {
                            signature[signature.length - 1] ^= 1;
                            return signature;
                        }),
                wrong(
                        "§ 7.2 step 21: another key",
                        PasskeyFailure.INVALID,
                        it -> it.keys = SoftwareAuthenticator.keys(it.algorithm)),
                wrong("§ 7.2 step 22: signCount the same", PasskeyFailure.COUNTER_WENT_BACK, it -> it.signCount = 1),
                wrong("§ 7.2 step 22: signCount lower", PasskeyFailure.COUNTER_WENT_BACK, it -> it.signCount = 0));
    }

    static Stream<Arguments> envelopes() {
        return Stream.of(
                wrong(
                        "§ 5.1: type",
                        PasskeyFailure.INVALID,
                        it -> it.credential = credential -> credential.put("type", "password")),
                wrong(
                        "§ 5.1: no type",
                        PasskeyFailure.INVALID,
                        it -> it.credential = credential -> credential.putNull("type")),
                wrong(
                        "§ 5.1: no raw ID",
                        PasskeyFailure.INVALID,
                        it -> it.credential = credential -> credential.putNull("rawId")),
                wrong(
                        "§ 5.1: ID and raw ID differ",
                        PasskeyFailure.INVALID,
                        it -> it.credential = credential -> credential.put("id", "AAAA")),
                wrong("§ 5.1: ID empty", PasskeyFailure.INVALID, it -> it.credentialId = new byte[0]));
    }

    /** What nobody's authenticator sends: each is refused, and none is an error of the portal's. */
    @Nested
    class HostileJson {

        @ParameterizedTest
        @MethodSource("jp.kenpo.portal.secondfactor.PasskeyChecksTest#hostile")
        void is_refused(String json) {
            assertThat(outcome(PasskeyRegistration.verify(json, PORTAL, CHALLENGE)))
                    .isEqualTo("INVALID");
            PasskeyCheck<PasskeyAssertion> read = PasskeyAssertion.read(json);
            assertThat(
                            read instanceof PasskeyCheck.Passed<PasskeyAssertion> passed
                                    ? outcome(passed.value().verify(aPasskey(), PORTAL, CHALLENGE))
                                    : outcome(read))
                    .isEqualTo("INVALID");
        }
    }

    static Stream<String> hostile() {
        String created = new SoftwareAuthenticator(CHALLENGE).create();
        String got = new SoftwareAuthenticator(CHALLENGE).get();
        return Stream.of(
                        Stream.of(
                                "null",
                                "true",
                                "17",
                                "\"\"",
                                "[]",
                                "{}",
                                "{",
                                "x",
                                " ",
                                "\u0000",
                                "{\"response\":null}"),
                        Stream.of("{\"id\":\"!!\",\"rawId\":\"!!\",\"type\":\"public-key\",\"response\":{}}"),
                        Stream.of("[".repeat(50_000), "{\"a\":".repeat(20_000), "9".repeat(90_000)),
                        Stream.of("{\"id\":\"\uD800\",\"rawId\":\"\\uD800\",\"type\":\"\uDC00\",\"response\":{}}"),
                        Stream.of(created, got)
                                .flatMap(json -> Stream.of(
                                        json.replaceAll("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":\"=A==\""),
                                        json.replaceAll("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":null"),
                                        json.replaceAll("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":\"AAAA\""),
                                        json.replaceAll("\"attestationObject\":\"[^\"]*\"", "\"attestationObject\":7")
                                                .replaceAll(
                                                        "\"authenticatorData\":\"[^\"]*\"", "\"authenticatorData\":7"),
                                        json.replaceAll(
                                                        "\"attestationObject\":\"[^\"]*\"",
                                                        "\"attestationObject\":\"n_8\"")
                                                .replaceAll(
                                                        "\"authenticatorData\":\"[^\"]*\"",
                                                        "\"authenticatorData\":\"AA\""),
                                        json.substring(0, json.length() / 2),
                                        json.replace("public-key", "private-key" + "\u0000")
                                                .replace("a-cred", "x"))))
                .flatMap(texts -> texts);
    }

    private static COSEAlgorithmIdentifier algorithm(String name) {
        return switch (name) {
            case "EdDSA" -> COSEAlgorithmIdentifier.EdDSA;
            case "ES256" -> COSEAlgorithmIdentifier.ES256;
            default -> COSEAlgorithmIdentifier.RS256;
        };
    }

    private static String register(SoftwareAuthenticator authenticator) {
        return outcome(PasskeyRegistration.verify(authenticator.create(), PORTAL, CHALLENGE));
    }

    private static PasskeyRegistration made(SoftwareAuthenticator authenticator) {
        return ((PasskeyCheck.Passed<PasskeyRegistration>)
                        PasskeyRegistration.verify(authenticator.create(), PORTAL, CHALLENGE))
                .value();
    }

    /** Registers rightly, and signs in after the deed. */
    private static String signIn(SoftwareAuthenticator authenticator, Consumer<SoftwareAuthenticator> deed) {
        Passkey passkey = passkey(made(authenticator));
        if (authenticator.signCount > 0) {
            authenticator.signCount++;
        }
        deed.accept(authenticator);
        PasskeyCheck<PasskeyAssertion> read = PasskeyAssertion.read(authenticator.get());
        return read instanceof PasskeyCheck.Passed<PasskeyAssertion> passed
                ? outcome(passed.value().verify(passkey, PORTAL, CHALLENGE))
                : outcome(read);
    }

    private static Passkey aPasskey() {
        return passkey(made(new SoftwareAuthenticator(CHALLENGE)));
    }

    private static Passkey passkey(PasskeyRegistration made) {
        return new Passkey(7, PORTAL, made, new DeviceName("iPhone"), Instant.EPOCH);
    }

    private static String outcome(PasskeyCheck<?> check) {
        return check instanceof PasskeyCheck.Failed<?> failed ? failed.why().name() : "accepted";
    }
}
