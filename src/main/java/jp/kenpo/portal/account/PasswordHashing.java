package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jp.kenpo.portal.platform.Chance;

/**
 * The gate before the password hash: each takes 7 MiB and a processor for some hundredth of a second, so only
 * as many run at once as there are processors. Whoever comes later waits his turn; he must hold no connection and no
 * transaction meanwhile.
 */
@ApplicationScoped
public class PasswordHashing {

    /** As many hashes run at the same time. */
    static final int MOST_AT_ONCE = Runtime.getRuntime().availableProcessors();

    @Inject
    Chance chance;

    /** First come, first served. */
    final Semaphore gate = new Semaphore(MOST_AT_ONCE, true);

    /** Compared with where there is nothing to compare with, so that the answer takes as long as any other. */
    private final PasswordHash nobodys = PasswordHash.of("", new byte[PasswordHash.saltBytes()]);

    /** Hashes a new password. */
    public PasswordHash hash(String password) {
        gate.acquireUninterruptibly();
        try {
            return PasswordHash.of(password, chance.bytes(PasswordHash.saltBytes()));
        } finally {
            gate.release();
        }
    }

    /**
     * Whether a password is the stored one; false, after the same work, where none is stored.
     *
     * @param typed the password in NFKC
     */
    public boolean matches(Optional<PasswordHash> stored, String typed) {
        gate.acquireUninterruptibly();
        try {
            boolean same = stored.orElse(nobodys).matches(typed);
            return same && stored.isPresent();
        } finally {
            gate.release();
        }
    }
}
