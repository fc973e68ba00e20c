package jp.kenpo.portal.bench.micro;

import java.util.Optional;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.account.UserIdPolicy;
import jp.kenpo.portal.platform.Refusal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How what was typed becomes a user ID. */
@State(Scope.Benchmark)
public class TypedTextBenchmark {

    private String typed = "hanako-1980";
    private String fullWidth = "　Ｈａｎａｋｏー１９８０";
    private UserId chosen = new UserId("hanako-1980");

    @Benchmark
    public UserId userId() {
        return UserId.typed(typed);
    }

    @Benchmark
    public UserId fullWidthUserId() {
        return UserId.typed(fullWidth);
    }

    @Benchmark
    public Optional<Refusal> userIdPolicy() {
        return UserIdPolicy.check(chosen);
    }
}
