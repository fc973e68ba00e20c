package jp.kenpo.portal.bench.micro;

import jp.kenpo.portal.account.PasswordHash;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a new password and each login cost, with today's parameters. */
@State(Scope.Benchmark)
public class PasswordHashBenchmark {

    public String password = "Hokenjo2026sho";
    private byte[] salt = new byte[PasswordHash.saltBytes()];
    private PasswordHash stored = PasswordHash.of(password, salt);

    @Benchmark
    public PasswordHash hash() {
        return PasswordHash.of(password, salt);
    }

    @Benchmark
    public boolean verification() {
        return stored.matches(password);
    }
}
