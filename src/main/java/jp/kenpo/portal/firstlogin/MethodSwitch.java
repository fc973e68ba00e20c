package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.signin.Caller;

/** Lets a member who is still setting up choose another method than he did at first. */
@ApplicationScoped
public class MethodSwitch {

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    /** Saves the method; whoever only adds one more keeps the one that he chose. */
    @Transactional
    public void to(Caller caller, SecondFactorMethod method) {
        if (!caller.facts().secondFactors().isEmpty()) {
            return;
        }
        Account account = accounts.lock(caller.accountId());
        if (!account.method().equals(Optional.of(method))) {
            account.chooseMethod(method);
            audit.record(AuditEvent.METHOD_CHOSEN, account.insurerId(), account.id());
        }
    }
}
