package jp.kenpo.portal.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** The portal's own hashing, and how often it was asked. */
@Alternative
@Priority(1)
@ApplicationScoped
public class CountedHashing extends PasswordHashing {

    private final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public boolean matches(Optional<PasswordHash> stored, String typed) {
        comparisons.incrementAndGet();
        return super.matches(stored, typed);
    }

    /** What an action returns while nobody comes through the gate. */
    public <T> T whileClosed(Callable<T> action) throws Exception {
        gate.acquireUninterruptibly(MOST_AT_ONCE);
        try {
            return action.call();
        } finally {
            gate.release(MOST_AT_ONCE);
        }
    }

    /** How many stand before the gate. */
    public int waiting() {
        return gate.getQueueLength();
    }

    /** The comparisons since the server's start. */
    public int comparisons() {
        return comparisons.get();
    }
}
