package jp.kenpo.portal.bench.micro;

import java.nio.file.Path;
import java.util.Optional;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.Settings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How a TOTP key is kept, with the demo's keyset. */
@State(Scope.Benchmark)
public class SecretBoxBenchmark {

    public String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private String place = "totp_device.secret.17";
    private SecretBox box = Keyset.secretBox(new Settings(
            new Settings.Database("", "", ""),
            new Settings.MailServer("", 25, Optional.empty(), "", false),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Settings.Demo(8080, Path.of(".")))));
    private byte[] sealed = seal();

    @Benchmark
    public byte[] seal() {
        return box.seal(secret, place);
    }

    @Benchmark
    public String open() {
        return box.open(sealed, place);
    }

    /** So that a test can look at what was sealed. */
    public String opened(byte[] other) {
        return box.open(other, place);
    }
}
