package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;

/**
 * Lets a member have devices counted as strangers again. It takes no fresh proof: what is lost by it is only that
 * somebody at such a device waits when others have guessed, and it signs nobody out.
 */
@ApplicationScoped
public class OwnKnownDevices {

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    KnownDevices knownDevices;

    @Inject
    AuditLog audit;

    /** Forgets one, which may be this very device. One that is forgotten already, or is not his, is no fault. */
    @Transactional
    public Change forget(Caller caller, long id) {
        Account account = accounts.lock(caller.accountId());
        if (isOver(caller)) {
            return new Change.NotNow();
        }
        if (knownDevices.forget(account.id(), id)) {
            audit.record(AuditEvent.KNOWN_DEVICE_FORGOTTEN, account.insurerId(), account.id());
        }
        return new Change.Made();
    }

    /** Forgets all but one. @param here the mark of that one, with which he asks */
    @Transactional
    public Change forgetOthers(Caller caller, String here) {
        Account account = accounts.lock(caller.accountId());
        if (isOver(caller)) {
            return new Change.NotNow();
        }
        if (knownDevices.forgetOthers(account.id(), here)) {
            audit.record(AuditEvent.KNOWN_DEVICES_FORGOTTEN, account.insurerId(), account.id());
        }
        return new Change.Made();
    }

    /** What ended while the form was coming in forgets nothing any more. */
    private boolean isOver(Caller caller) {
        return !(sessions.hold(caller) instanceof Held.Current);
    }
}
