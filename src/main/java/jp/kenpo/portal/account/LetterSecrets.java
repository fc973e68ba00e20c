package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import org.jspecify.annotations.Nullable;

/** The initial passwords that are printed in letters; the database has them sealed, and each only until its owner has one of his own. */
@ApplicationScoped
public class LetterSecrets {

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /**
     * Draws one for an account that is locked; a former one is worthless from then on.
     *
     * @param life for how long it works; empty: until the first login
     */
    public void give(Account account, Optional<Duration> life) {
        account.keepLetterSecret(
                secretBox.seal(chance.readable(LetterSecret.GROUPS), place(account.id())),
                life.map(clock.instant()::plus));
    }

    /** Whether somebody typed what is printed in the account's letter. */
    public boolean isPrinted(Account account, @Nullable String typed) {
        return find(account).filter(secret -> secret.matches(typed)).isPresent();
    }

    /** The account's own; empty where none was drawn, or he has a password of his own. */
    public Optional<LetterSecret> find(Account account) {
        return account.sealedLetterSecret().map(kept -> new LetterSecret(secretBox.open(kept, place(account.id()))));
    }

    private static String place(long accountId) {
        return "account.letter_secret." + accountId;
    }
}
