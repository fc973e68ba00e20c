package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.web.RequestTrace;

/**
 * What follows when nothing is left to prove: the device is known from now on, what strangers guessed is void, and
 * whoever waits for being let in without the member's devices waits in vain.
 */
@ApplicationScoped
public class FullSignIn {

    @Inject
    AccountRecoveries recoveries;

    @Inject
    KnownDevices knownDevices;

    @Inject
    GuessBudgets budgets;

    @Inject
    RequestTrace trace;

    /**
     * Notes it.
     *
     * @param mark of the browser's device
     */
    @Transactional
    void note(CurrentInsurer insurer, Caller caller, String mark) {
        knownDevices.remember(mark, caller.accountId(), trace.browser());
        if (caller.facts().recoveryOpensAt().isPresent()) {
            recoveries.stop(insurer, caller.account());
        }
        String userId = caller.account().userId().value();
        budgets.clear(List.of(
                Budget.ofPassword(caller.account().insurerId(), userId, Optional.empty()),
                Budget.of(Kind.ONE_TIME_PASSWORD, caller.accountId()),
                Budget.of(Kind.RECOVERY_CODE, caller.accountId()),
                Budget.of(Kind.LOST_DEVICE_CODE, caller.accountId()),
                Budget.of(Kind.ENROLMENT_CODE, caller.accountId()),
                Budget.ofDeskCode(caller.account().insurerId(), caller.accountId())));
    }
}
