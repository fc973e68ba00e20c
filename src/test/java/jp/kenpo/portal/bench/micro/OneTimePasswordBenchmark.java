package jp.kenpo.portal.bench.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.OptionalLong;
import jp.kenpo.portal.secondfactor.OtpAuthUri;
import jp.kenpo.portal.secondfactor.QrCode;
import jp.kenpo.portal.secondfactor.TotpSecret;
import jp.kenpo.portal.secondfactor.TotpVerifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An authenticator app, from its QR code to its codes: the key and a code of RFC 6238 appendix B. */
@State(Scope.Benchmark)
public class OneTimePasswordBenchmark {

    /** The step of the code. */
    public long step = 37_037_037;

    private TotpSecret secret = TotpSecret.of("12345678901234567890".getBytes(US_ASCII));
    private String code = "050471";
    private Instant itsTime = Instant.ofEpochSecond(1_111_111_111);
    private Instant longBefore = itsTime.minus(TotpVerifier.STEP.multipliedBy(20));
    private String uri = OtpAuthUri.of("さくら健康保険組合", "hanako1980", secret);

    @Benchmark
    public QrCode qrCode() {
        return QrCode.of(uri);
    }

    @Benchmark
    public OptionalLong code() {
        return TotpVerifier.acceptedStep(secret, code, itsTime, 0);
    }

    /** Found at the last of forty-one steps, as long as it takes after a wrong code. */
    @Benchmark
    public OptionalLong diagnosisOfAWrongClock() {
        return TotpVerifier.diagnosedStep(secret, code, longBefore);
    }
}
