package jp.kenpo.portal.secondfactor;

import static jp.kenpo.portal.secondfactor.SoftwareAuthenticator.concat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with, or unusual in, an attestation object (WebAuthn L3 § 6.5.4). */
final class AttestationMutations {

    private AttestationMutations() {}

    static List<Mutation> all() {
        return Stream.of(formats(), statements(), shapes())
                .flatMap(mutations -> mutations)
                .toList();
    }

    private static Stream<Mutation> formats() {
        return Stream.of("compound", "None", "none ", "", "other")
                .map(format -> Mutation.of("format '" + format + "'", it -> it.format = format));
    }

    private static Stream<Mutation> statements() {
        return Stream.of(
                Mutation.of("attests itself", SoftwareAuthenticator::attestItself),
                new Mutation("attests itself by a signature with a bit turned", (it, random) -> {
                    double where = random.nextDouble();
                    it.signature = Mutation.then(it.signature, bytes -> Mutation.bitTurned(bytes, where));
                    it.attestItself();
                }),
                Mutation.of("attests itself by another algorithm", it -> {
                    it.format = "packed";
                    it.attestationStatement = concat(
                            new byte[] {(byte) 0xa2},
                            Cbor.text("alg"),
                            Cbor.number(-36),
                            Cbor.text("sig"),
                            Cbor.bytes(new byte[64]));
                }),
                Mutation.of("statement missing for an attestation", it -> it.format = "packed"),
                statement(
                        "statement for no attestation",
                        concat(new byte[] {(byte) 0xa1}, Cbor.text("alg"), Cbor.number(-7))),
                statement("statement null", new byte[] {(byte) 0xf6}),
                statement("statement that is a list", new byte[] {(byte) 0x80}),
                statement("statement in words", Cbor.text("none")));
    }

    private static Stream<Mutation> shapes() {
        return Stream.of(
                bytes("attestation with a byte more", object -> concat(object, new byte[1])),
                bytes("attestation twice", object -> concat(object, object)),
                bytes(
                        "attestation of indefinite length",
                        object -> concat(
                                new byte[] {(byte) 0xbf},
                                Arrays.copyOfRange(object, 1, object.length),
                                new byte[] {(byte) 0xff})),
                bytes(
                        "attestation with an entry more",
                        object -> concat(
                                new byte[] {(byte) 0xa4},
                                Arrays.copyOfRange(object, 1, object.length),
                                Cbor.text("more"),
                                Cbor.number(1))),
                bytes(
                        "attestation with two formats",
                        object -> concat(
                                new byte[] {(byte) 0xa4},
                                Arrays.copyOfRange(object, 1, object.length),
                                Cbor.text("fmt"),
                                Cbor.text("none"))),
                bytes(
                        "attestation tagged",
                        object -> concat(new byte[] {(byte) 0xd9, (byte) 0xd9, (byte) 0xf7}, object)),
                bytes("attestation of another count", object -> {
                    object[0] = (byte) 0xa2;
                    return object;
                }),
                bytes("attestation empty", object -> new byte[0]),
                bytes("attestation of nothing", object -> new byte[] {(byte) 0xa0}),
                bytes("attestation nested", object -> {
                    byte[] nested = new byte[5_000];
                    Arrays.fill(nested, (byte) 0x81);
                    return nested;
                }),
                new Mutation("attestation cut off", (it, random) -> {
                    double where = random.nextDouble();
                    it.attestationObject =
                            Mutation.then(it.attestationObject, object -> Mutation.cutOff(object, where));
                }),
                new Mutation("attestation with a bit turned", (it, random) -> {
                    double where = random.nextDouble();
                    it.attestationObject =
                            Mutation.then(it.attestationObject, object -> Mutation.bitTurned(object, where));
                }));
    }

    private static Mutation statement(String name, byte[] statement) {
        return Mutation.of(name, it -> it.attestationStatement = statement);
    }

    /** The bytes may have been cut off to none by another mutation: then they stay so. */
    private static Mutation bytes(String name, UnaryOperator<byte[]> change) {
        UnaryOperator<byte[]> careful = object -> object.length == 0 ? object : change.apply(object);
        return Mutation.of(name, it -> it.attestationObject = Mutation.then(it.attestationObject, careful));
    }
}
