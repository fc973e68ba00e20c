package jp.kenpo.portal.bench.micro;

import static jp.kenpo.portal.member.MemberBuilder.aMember;

import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.OwnWords;
import jp.kenpo.portal.account.PasswordPolicy;
import jp.kenpo.portal.account.PasswordStrength;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Refusal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is asked of a password that a member thinks up, whenever he pauses in typing, and of the one that he sends. */
@State(Scope.Benchmark)
public class PasswordChoiceBenchmark {

    private String password = "kumohai47xq";
    private UserId userId = new UserId("hanako1980");
    private Member member = aMember().build();
    private Insurer insurer = new Insurer(
            "sakura",
            new Brand("さくら健康保険組合", "Sakura Health Insurance Society", new Accent("#a8325e"), "<svg/>"),
            new Contact("03-0000-0000", "平日", "Weekdays", "東京都", "Tokyo"),
            "portal@sakura.example");
    private List<String> words = ownWords();

    @Benchmark
    public Optional<Refusal> policy() {
        return PasswordPolicy.check(
                PasswordProfile.MANUAL, password, userId, new AccountOwner.Insured(member), insurer);
    }

    @Benchmark
    public List<String> ownWords() {
        return OwnWords.all(userId, new AccountOwner.Insured(member), insurer);
    }

    @Benchmark
    public PasswordStrength strength() {
        return PasswordStrength.of(password, words);
    }
}
