package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading and verifying what an authenticator sends that signs with ES256, as nearly all do. */
@State(Scope.Benchmark)
public class PasskeyBenchmark {

    private RelyingParty portal =
            new RelyingParty(1, "portal.example.jp", URI.create("https://portal.example.jp"), "試験健康保険組合");
    private byte[] challenge = "a challenge of thirty-two bytes.".getBytes(UTF_8);
    private SoftwareAuthenticator authenticator = new SoftwareAuthenticator(challenge);
    private String made = authenticator.create();
    private Passkey passkey = new Passkey(7, portal, passed(registration()), new DeviceName("iPhone"), Instant.EPOCH);
    private String used = use();

    @Benchmark
    public PasskeyCheck<PasskeyRegistration> registration() {
        return PasskeyRegistration.verify(made, portal, challenge);
    }

    @Benchmark
    public PasskeyCheck<PasskeyAssertion> assertion() {
        return passed(PasskeyAssertion.read(used)).verify(passkey, portal, challenge);
    }

    private String use() {
        authenticator.signCount++;
        return authenticator.get();
    }

    private static <T> T passed(PasskeyCheck<T> check) {
        return ((PasskeyCheck.Passed<T>) check).value();
    }
}
