package jp.kenpo.portal.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
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

    /** The comparisons since the server's start. */
    public int comparisons() {
        return comparisons.get();
    }
}
