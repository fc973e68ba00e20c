package jp.kenpo.portal.secondfactor;

import static jp.kenpo.portal.secondfactor.SoftwareAuthenticator.concat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be wrong with, or unusual in, an assertion signature (WebAuthn L3 § 6.3.3, § 6.5.5). */
final class SignatureMutations {

    private SignatureMutations() {}

    static List<Mutation> all() {
        return List.of(
                Mutation.of("signature of another key", it -> it.keys = SoftwareAuthenticator.keys(it.algorithm)),
                bytes("signature empty", signature -> new byte[0]),
                bytes("signature of zeros", signature -> new byte[signature.length]),
                bytes("signature of zeros in DER", signature -> new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}),
                bytes("signature of ones in DER", signature -> new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1}),
                bytes("signature with a byte more", signature -> concat(signature, new byte[1])),
                bytes("signature with a zero before", signature -> concat(new byte[1], signature)),
                bytes("signature without DER", SignatureMutations::withoutDer),
                new Mutation("signature cut off", (it, random) -> {
                    double where = random.nextDouble();
                    it.signature = Mutation.then(it.signature, signature -> Mutation.cutOff(signature, where));
                }),
                new Mutation("signature with a bit turned", (it, random) -> {
                    double where = random.nextDouble();
                    it.signature = Mutation.then(it.signature, signature -> Mutation.bitTurned(signature, where));
                }));
    }

    /** The last 32 bytes of each of both numbers, as JOSE has them; nonsense for other algorithms than ES256. */
    private static byte[] withoutDer(byte[] signature) {
        if (signature.length < 70) {
            return signature;
        }
        int first = 4 + signature[3];
        byte[] r = Arrays.copyOfRange(signature, Math.max(0, first - 32), Math.max(32, first));
        return concat(r, Arrays.copyOfRange(signature, signature.length - 32, signature.length));
    }

    private static Mutation bytes(String name, UnaryOperator<byte[]> change) {
        return Mutation.of(name, it -> it.signature = Mutation.then(it.signature, change));
    }
}
