package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.signin.FreshlyProved.Locked;

/**
 * Lets a member who has both kinds of second factors say which one he is asked for first.
 *
 * <p>He is told by no mail: the other kind is still there by one more click, so that nothing gets weaker by it, and a
 * mail about what is no danger teaches not to read those that are.
 */
@ApplicationScoped
public class PreferredMethod {

    @Inject
    FreshlyProved proof;

    @Inject
    AuditLog audit;

    /** Asks for this kind first from the next login on; refused where he has none of it. */
    @Transactional
    public Change choose(Caller caller, Optional<SecondFactorMethod> wanted) {
        Optional<Locked> locked = proof.lock(caller, Action.CHANGE_SECOND_FACTOR);
        if (locked.isEmpty()) {
            return new Change.NotNow();
        }
        Optional<SecondFactorMethod> chosen = wanted.filter(caller.facts().secondFactors()::contains);
        if (chosen.isEmpty()) {
            return new Change.Refused(Refusal.of("method.missing"));
        }
        Account account = locked.get().account();
        if (!account.method().equals(chosen)) {
            account.chooseMethod(chosen.get());
            audit.record(AuditEvent.PREFERRED_METHOD_CHANGED, account.insurerId(), account.id());
        }
        return new Change.Made();
    }
}
