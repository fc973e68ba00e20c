package jp.kenpo.portal.bench.micro;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Evidence;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.ProofsConverter;
import jp.kenpo.portal.signin.SignInFacts;
import jp.kenpo.portal.signin.SignInPolicy;
import jp.kenpo.portal.signin.SignInStep;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What each request of a member asks before anything is shown: its number, whose it is, what he may see. */
@State(Scope.Benchmark)
public class RequestBenchmark {

    private Chance chance = new Chance();
    private String cookie = "lS1Wf0hBz3gq6sT2nYv8xKcJ5mQe7rU9aPdOiLb4_-E";
    private String ipv6 = "2001:db8:85a3::8a2e:370:7334";
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private ProofsConverter converter = new ProofsConverter();
    private String stored = "password own 2026-03-31T23:59:00.123456Z\ntotp-code 17 2026-03-31T23:59:30.123456Z";
    private Evidence evidence = new Evidence(proofs());
    private SignInFacts facts = new SignInFacts(
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            true,
            1,
            1,
            true,
            Optional.of(SecondFactorMethod.OTP),
            EmailState.CONFIRMED,
            Optional.of(now.minusSeconds(86_400)),
            false,
            Set.of(SecondFactorMethod.OTP),
            false,
            Optional.empty());

    @Benchmark
    public String number() {
        return chance.readable(2);
    }

    @Benchmark
    public String tokenHash() {
        return SecretToken.parse(cookie).orElseThrow().hash();
    }

    @Benchmark
    public NetworkAddress ipv6Address() {
        return NetworkAddress.of(ipv6);
    }

    @Benchmark
    public List<Proof> proofs() {
        return converter.convertToEntityAttribute(stored);
    }

    @Benchmark
    public SignInStep nextStep() {
        return SignInPolicy.nextStep(facts, evidence, now);
    }
}
