package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;

/** Whether a second factor may be added when the time has come. */
@ApplicationScoped
public class SetUpRight {

    @Inject
    SecondFactorDevices devices;

    @Inject
    FreshlyProved proof;

    /** Of a session that is held, and its account, locked: the first factor is free, each further one wants a fresh proof. */
    public boolean isThere(Account account, SignInSessions.Held.Current held) {
        return proof.isThere(Action.ADD_SECOND_FACTOR, held) || isFirst(account, held);
    }

    /** Where staff took away what there was, the first one wants a proof of its own. */
    private boolean isFirst(Account account, SignInSessions.Held.Current held) {
        return devices.of(account.id()).isEmpty()
                && (account.factorsResetAt().isEmpty()
                        || held.session().evidence().mayEnrol());
    }
}
