package jp.kenpo.portal.bench.micro;

import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Messages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One text; a page has dozens. */
@State(Scope.Benchmark)
public class MessagesBenchmark {

    private String key = "sign-in_password.title";
    private Refusal refusal = Refusal.of("user-id.length", 8, 13);

    @Benchmark
    public String text() {
        return Messages.text(Language.JA, key);
    }

    @Benchmark
    public String textWithPlaces() {
        return Messages.text(Language.JA, refusal);
    }
}
