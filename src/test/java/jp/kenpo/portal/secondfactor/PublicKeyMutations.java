package jp.kenpo.portal.secondfactor;

import static jp.kenpo.portal.secondfactor.SoftwareAuthenticator.concat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with, or unusual in, the public key that an authenticator made (RFC 9052 § 7). */
final class PublicKeyMutations {

    private static final int TYPE = 1;
    private static final int ALGORITHM = 3;

    private PublicKeyMutations() {}

    static List<Mutation> all() {
        return Stream.of(algorithms(), types(), numbers(), shapes())
                .flatMap(mutations -> mutations)
                .toList();
    }

    private static Stream<Mutation> algorithms() {
        return Stream.concat(
                Stream.of(-7, -8, -257, -35, -37, -65535, 0, 7)
                        .map(algorithm -> with("key for algorithm " + algorithm, ALGORITHM, Cbor.number(algorithm))),
                Stream.of(
                        with("key for an algorithm in words", ALGORITHM, Cbor.text("ES256")),
                        without("key for no algorithm", ALGORITHM)));
    }

    private static Stream<Mutation> types() {
        return Stream.of(
                with("key of type 4", TYPE, Cbor.number(4)),
                with("key of type 2", TYPE, Cbor.number(2)),
                without("key of no type", TYPE),
                with("key on curve 2", -1, Cbor.number(2)));
    }

    private static Stream<Mutation> numbers() {
        return Stream.of(
                without("key without -1", -1),
                without("key without -2", -2),
                with("key with an empty -2", -2, Cbor.bytes(new byte[0])),
                with("key with zeros for -2", -2, Cbor.bytes(new byte[32])),
                with("key with a short -2", -2, Cbor.bytes(new byte[31])),
                with("key with words for -2", -2, Cbor.text("x")),
                with("key with a label more", 5, Cbor.number(5)));
    }

    private static Stream<Mutation> shapes() {
        return Stream.of(
                bytes("key that is a list", key -> new byte[] {(byte) 0x80}),
                bytes("key that is an empty map", key -> new byte[] {(byte) 0xa0}),
                bytes("key missing", key -> new byte[0]),
                bytes("key of indefinite length", PublicKeyMutations::ofIndefiniteLength),
                new Mutation("key with a bit turned", (it, random) -> {
                    double where = random.nextDouble();
                    it.publicKey = Mutation.then(it.publicKey, key -> Mutation.bitTurned(key, where));
                }));
    }

    private static byte[] ofIndefiniteLength(byte[] key) {
        byte[] entries = Arrays.copyOfRange(key, Math.min(1, key.length), key.length);
        return concat(new byte[] {(byte) 0xbf}, entries, new byte[] {(byte) 0xff});
    }

    private static Mutation with(String name, int label, byte[] value) {
        return Mutation.of(name, it -> it.keyEntries = it.keyEntries.andThen(key -> key.put(label, value)));
    }

    private static Mutation without(String name, int label) {
        return Mutation.of(name, it -> it.keyEntries = it.keyEntries.andThen(key -> key.remove(label)));
    }

    private static Mutation bytes(String name, UnaryOperator<byte[]> change) {
        return Mutation.of(name, it -> it.publicKey = Mutation.then(it.publicKey, change));
    }
}
