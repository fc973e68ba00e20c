package jp.kenpo.portal.secondfactor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One thing in an authenticator's answer that is wrong, or right but unusual. */
record Mutation(String name, Deed deed) {

    /**
     * Does it to an authenticator. What is left to chance is drawn here, once, so that the authenticator gives the
     * same answer however often it is asked.
     */
    interface Deed {
        void to(SoftwareAuthenticator authenticator, RandomGenerator random);
    }

    /** What can be done to the answer to a wish for a new passkey. */
    static List<Mutation> ofRegistrations() {
        return Stream.of(
                        ClientDataMutations.all(),
                        AuthenticatorDataMutations.all(),
                        PublicKeyMutations.all(),
                        AttestationMutations.all(),
                        CredentialMutations.ofRegistrations())
                .flatMap(List::stream)
                .toList();
    }

    /** What can be done to the answer to a wish for a sign-in. */
    static List<Mutation> ofSignIns() {
        return Stream.of(
                        ClientDataMutations.all(),
                        AuthenticatorDataMutations.all(),
                        SignatureMutations.all(),
                        CredentialMutations.ofSignIns())
                .flatMap(List::stream)
                .toList();
    }

    static Mutation of(String name, Consumer<SoftwareAuthenticator> deed) {
        return new Mutation(name, (it, random) -> deed.accept(it));
    }

    /** One after the other. */
    static <T> UnaryOperator<T> then(UnaryOperator<T> first, UnaryOperator<T> next) {
        return value -> next.apply(first.apply(value));
    }

    /** The same bytes with one bit turned over, wherever {@code where} (0 to 1) points. */
    static byte[] bitTurned(byte[] bytes, double where) {
        byte[] turned = bytes.clone();
        if (turned.length > 0) {
            int bit = (int) (where * turned.length * 8);
            turned[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return turned;
    }

    static byte[] cutOff(byte[] bytes, double where) {
        return Arrays.copyOf(bytes, (int) (where * bytes.length));
    }
}
