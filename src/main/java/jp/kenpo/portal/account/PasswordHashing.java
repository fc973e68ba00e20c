package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
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
        byte[] salt = chance.bytes(PasswordHash.saltBytes());
        return inTurn(() -> PasswordHash.of(password, salt));
    }

    /** Hashes secrets that belong together with one salt, one after the other. */
    public List<PasswordHash> hashAll(List<String> secrets) {
        byte[] salt = chance.bytes(PasswordHash.saltBytes());
        return secrets.stream()
                .map(secret -> inTurn(() -> PasswordHash.of(secret, salt)))
                .toList();
    }

    /**
     * Whether a password is the stored one; false, after the same work, where none is stored.
     *
     * @param typed the password in NFKC
     */
    public boolean matches(Optional<PasswordHash> stored, String typed) {
        boolean same = inTurn(() -> stored.orElse(nobodys).matches(typed));
        return same && stored.isPresent();
    }

    /** Which of hashes with one salt is a secret's; empty, after the same work, where it is none's or there are none. */
    public Optional<PasswordHash> find(List<PasswordHash> stored, String typed) {
        PasswordHash first = stored.isEmpty() ? nobodys : stored.get(0);
        PasswordHash wanted = inTurn(() -> first.of(typed));
        return stored.stream().filter(wanted::isSame).findFirst();
    }

    private <T> T inTurn(Supplier<T> hash) {
        gate.acquireUninterruptibly();
        try {
            return hash.get();
        } finally {
            gate.release();
        }
    }
}
