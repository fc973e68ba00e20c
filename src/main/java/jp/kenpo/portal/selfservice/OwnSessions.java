package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;

/**
 * Lets a member sign his other devices out. It takes no fresh proof: whoever is worried must not be held up, and all
 * that a stranger could do by it is to make the member sign in again.
 */
@ApplicationScoped
public class OwnSessions {

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    AuditLog audit;

    /** Ends one of his others. One that is over already, or is not his, is no fault: nothing changes. */
    @Transactional
    public Change end(Caller caller, long sessionId) {
        Account account = accounts.lock(caller.accountId());
        Optional<Held.Current> own = hold(caller);
        if (own.isEmpty()) {
            return new Change.NotNow();
        }
        if (sessions.endOther(account, own.get(), sessionId)) {
            audit.record(AuditEvent.SESSION_ENDED, account.insurerId(), account.id());
        }
        return new Change.Made();
    }

    /** Ends all but the one in which he asks. */
    @Transactional
    public Change endOthers(Caller caller) {
        Account account = accounts.lock(caller.accountId());
        Optional<Held.Current> own = hold(caller);
        if (own.isEmpty()) {
            return new Change.NotNow();
        }
        sessions.endOthers(account, own.get());
        audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
        return new Change.Made();
    }

    /** What ended while the form was coming in ends nothing any more. */
    private Optional<Held.Current> hold(Caller caller) {
        return sessions.hold(caller) instanceof Held.Current current ? Optional.of(current) : Optional.empty();
    }
}
