package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.KnownDevices;

/** What follows when nothing is left to prove: the device is known from now on, and what strangers guessed is void. */
@ApplicationScoped
public class FullSignIn {

    @Inject
    KnownDevices knownDevices;

    @Inject
    GuessBudgets budgets;

    /**
     * Notes it.
     *
     * @param mark of the browser's device
     */
    @Transactional
    void note(Caller caller, String mark) {
        knownDevices.remember(mark, caller.accountId());
        String userId = caller.account().userId().value();
        budgets.clear(List.of(
                Budget.ofPassword(caller.account().insurerId(), userId, Optional.empty()),
                Budget.of(Kind.ONE_TIME_PASSWORD, caller.accountId()),
                Budget.of(Kind.RECOVERY_CODE, caller.accountId())));
    }
}
