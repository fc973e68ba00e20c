package jp.kenpo.portal.guesses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;

/** What was guessed at a member's password, from wherever. */
@ApplicationScoped
public class PasswordGuesses {

    @Inject
    GuessBudgets budgets;

    @Inject
    KnownDevices knownDevices;

    /**
     * Counts it no more, since another password takes the place of the one that was guessed at. Before the account is
     * locked: who logs in has its counts first, too, and then the account.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Account account) {
        String userId = account.userId().value();
        Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        knownDevices.of(account.id()).stream().map(Optional::of))
                .forEach(device -> budgets.clear(Budget.ofPassword(account.insurerId(), userId, device)));
    }
}
