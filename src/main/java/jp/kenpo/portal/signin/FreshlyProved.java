package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;

/**
 * Whether a member may change how he signs in when the time has come. What the request's first lines allowed may be over
 * when its last one is there: a form can be sent as slowly as one likes.
 */
@ApplicationScoped
public class FreshlyProved {

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    Clock clock;

    /**
     * An account that is locked, and its member's session.
     *
     * @param session by which he asks
     */
    public record Locked(Account account, SignInSessions.Held.Current session) {}

    /** Locks a caller's account and session; empty where his visit went on or ended, or his proof is too old by now. */
    public Optional<Locked> lock(Caller caller, Action action) {
        Account account = accounts.lock(caller.accountId());
        return sessions.hold(caller) instanceof SignInSessions.Held.Current held && isThere(action, held)
                ? Optional.of(new Locked(account, held))
                : Optional.empty();
    }

    /** Of a session that is held. */
    public boolean isThere(Action action, SignInSessions.Held.Current held) {
        return SignInPolicy.mayDo(action, held.session().evidence(), clock.instant()) == Permission.GRANTED;
    }
}
