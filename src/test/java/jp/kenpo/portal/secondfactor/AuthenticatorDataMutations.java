package jp.kenpo.portal.secondfactor;

import static jp.kenpo.portal.secondfactor.SoftwareAuthenticator.concat;

import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be wrong with, or unusual in, authenticator data (WebAuthn L3 § 6.1); it is signed with what is wrong. */
final class AuthenticatorDataMutations {

    private static final int FLAGS_AT = 32;
    private static final int EXTENSIONS_INCLUDED = 0x80;

    private AuthenticatorDataMutations() {}

    static List<Mutation> all() {
        return Stream.of(relyingParties(), flags(), counters(), credentials(), extensions(), lengths())
                .flatMap(mutations -> mutations)
                .toList();
    }

    private static Stream<Mutation> relyingParties() {
        return Stream.concat(
                Stream.of("example.jp", "PORTAL.example.jp", "other.example.jp", "https://portal.example.jp", "")
                        .map(id -> Mutation.of("RP ID '" + id + "'", it -> it.relyingPartyId = id)),
                Stream.of(new Mutation("RP ID hash with a bit turned", (it, random) -> {
                    int bit = random.nextInt(256);
                    change(it, data -> {
                        if (data.length > bit / 8) {
                            data[bit / 8] ^= (byte) (1 << bit % 8);
                        }
                        return data;
                    });
                })));
    }

    private static Stream<Mutation> flags() {
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(bit -> Mutation.of("flag " + bit + " turned", it -> flip(it, 1 << bit))),
                Stream.of(
                        Mutation.of("flags BE and BS turned", it -> flip(it, 0x18)),
                        Mutation.of("flags UP and UV turned", it -> flip(it, 0x05)),
                        Mutation.of("flags reserved turned", it -> flip(it, 0x22)),
                        Mutation.of("flags all turned", it -> flip(it, 0xff))));
    }

    private static Stream<Mutation> counters() {
        return Stream.of(0L, 1L, 4L, 5L, 6L, 0x7fffffffL, 0x80000000L, 0xffffffffL)
                .map(count -> Mutation.of("counter " + count, it -> it.signCount = count));
    }

    private static Stream<Mutation> credentials() {
        return Stream.concat(
                Stream.of(1, 16, 255, 256, 1023, 1024, 2000)
                        .map(length -> Mutation.of(
                                "credential ID of " + length + " bytes", it -> it.credentialId = new byte[length])),
                Stream.of(
                        Mutation.of("credential ID empty", it -> it.credentialId = new byte[0]),
                        new Mutation("AAGUID other", (it, random) -> random.nextBytes(it.aaguid = new byte[16]))));
    }

    private static Stream<Mutation> extensions() {
        return Stream.of(
                        "a0",
                        "a16b6372656450726f7465637402",
                        "a16b6372656450726f7465637463616263",
                        "a16178f5",
                        "a1617800",
                        "a161786161",
                        "a20102",
                        "80",
                        "f6",
                        "")
                .map(extension -> Mutation.of("extensions " + extension, it -> {
                    byte[] written = HexFormat.of().parseHex(extension);
                    change(it, data -> concat(data, written));
                    flip(it, EXTENSIONS_INCLUDED);
                }));
    }

    private static Stream<Mutation> lengths() {
        return Stream.of(
                Mutation.of("authenticator data with a byte more", it -> change(it, data -> concat(data, new byte[1]))),
                Mutation.of("authenticator data empty", it -> change(it, data -> new byte[0])),
                new Mutation("authenticator data cut off", (it, random) -> {
                    double where = random.nextDouble();
                    change(it, data -> Mutation.cutOff(data, where));
                }),
                new Mutation("authenticator data with a bit turned", (it, random) -> {
                    double where = random.nextDouble();
                    change(it, data -> Mutation.bitTurned(data, where));
                }));
    }

    private static void flip(SoftwareAuthenticator it, int flags) {
        change(it, data -> {
            if (data.length > FLAGS_AT) {
                data[FLAGS_AT] ^= (byte) flags;
            }
            return data;
        });
    }

    private static void change(SoftwareAuthenticator it, UnaryOperator<byte[]> change) {
        it.authenticatorData = Mutation.then(it.authenticatorData, change);
    }
}
