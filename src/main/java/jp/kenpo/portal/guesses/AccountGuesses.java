package jp.kenpo.portal.guesses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.insurer.GuessPolicy;

/** What was guessed at an account, on every page where its owner shows who he is. */
@ApplicationScoped
public class AccountGuesses {

    /** Counted apart at a device that the owner signed in with before. */
    private static final List<Kind> BY_DEVICE = List.of(Kind.ONE_TIME_PASSWORD, Kind.RECOVERY_CODE);

    private static final List<Kind> OF_ALL =
            List.of(Kind.BIRTH_DATE, Kind.EMAIL_CODE, Kind.LOST_DEVICE_CODE, Kind.ENROLMENT_CODE);

    @Inject
    GuessBudgets budgets;

    @Inject
    KnownDevices knownDevices;

    /** Whether somebody who fails no more has to wait somewhere, or is not let try at all. */
    public boolean isHeldUp(Account account, GuessPolicy policy) {
        return budgets.isAnyRefused(all(account), policy);
    }

    /** The same for somebody who is past the password; at which of his devices is not asked. */
    public boolean isHeldUpBehindThePassword(Account account, GuessPolicy policy) {
        return budgets.isAnyRefused(
                all(account).stream()
                        .filter(budget -> budget.kind() != Kind.PASSWORD)
                        .toList(),
                policy);
    }

    /** Counts them no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Account account) {
        budgets.clear(all(account));
    }

    private List<Budget> all(Account account) {
        List<Optional<String>> devices = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        knownDevices.of(account.id()).stream().map(Optional::of))
                .toList();
        return Stream.of(
                        devices.stream()
                                .map(device -> Budget.ofPassword(
                                        account.insurerId(), account.userId().value(), device)),
                        devices.stream()
                                .flatMap(device ->
                                        BY_DEVICE.stream().map(kind -> Budget.of(kind, account.id(), device))),
                        OF_ALL.stream().map(kind -> Budget.of(kind, account.id())))
                .flatMap(some -> some)
                .toList();
    }
}
