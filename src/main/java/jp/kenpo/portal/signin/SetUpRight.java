package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;

/**
 * Whether a second factor may be added when the time has come. What the request's first lines allowed may be over when
 * its last one is there: a form can be sent as slowly as one likes.
 */
@ApplicationScoped
public class SetUpRight {

    @Inject
    SecondFactorDevices devices;

    @Inject
    Clock clock;

    /** Of a session that is held, and its account, locked: the first factor is free, each further one wants a fresh proof. */
    public boolean isThere(Account account, SignInSessions.Held.Current held) {
        return SignInPolicy.mayDo(Action.ADD_SECOND_FACTOR, held.session().evidence(), clock.instant())
                        == Permission.GRANTED
                || devices.of(account.id()).isEmpty();
    }
}
