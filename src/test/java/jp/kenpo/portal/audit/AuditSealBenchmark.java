package jp.kenpo.portal.audit;

import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.SealKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the record of a login costs until it is sealed, with the demo's keyset. */
@State(Scope.Benchmark)
public class AuditSealBenchmark {

    private Instant at = Instant.parse("2026-04-01T03:00:00.123456Z");
    private SealKey key = Keyset.sealKey(Optional.empty());
    private AuditSeal previous = new AuditSeal(41, at, 1, 16, new byte[32]);
    private byte[] entry = entry();

    /** The bytes of an entry that a seal is over. */
    @Benchmark
    public byte[] entry() {
        return new SealedForm()
                .add(17L)
                .add(at)
                .add(7L)
                .add(107L)
                .add("SECOND_FACTOR_PROVED")
                .add("192.0.2.17")
                .add("ABCD-EFG7")
                .add("")
                .bytes();
    }

    /** A seal over one entry. */
    @Benchmark
    public byte[] seal() {
        SealKey.Sealing sealing = key.sealing();
        sealing.add(opening());
        sealing.add(entry);
        return sealing.mac();
    }

    /** Whether a seal is over just that entry. */
    public boolean isOverTheEntry(byte[] seal) {
        SealKey.Checking checking = key.checking(seal);
        checking.add(opening());
        checking.add(entry);
        return checking.holds();
    }

    private byte[] opening() {
        return SealChain.opening(Optional.of(previous), 42, at, 1, 17);
    }
}
