package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;

/** Gives a member recovery codes in the place of those that he may have. */
@ApplicationScoped
public class NewRecoveryCodes {

    @Inject
    RecoveryCodes codes;

    @Inject
    FreshlyProved proof;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    /**
     * Keeps codes, and tells the member so; where he pressed twice, the first ones stay.
     *
     * @param made beforehand, so that no transaction waits for the hashes
     */
    @Transactional
    public Change keep(CurrentInsurer insurer, Caller caller, RecoveryCodes.Made made) {
        Optional<FreshlyProved.Locked> locked = proof.lock(caller, Action.MAKE_RECOVERY_CODES);
        if (locked.isEmpty()) {
            return new Change.NotNow();
        }
        Account account = locked.get().account();
        if (codes.isJustMade(account.id(), caller.sessionId())) {
            return new Change.Made();
        }
        codes.keep(account.id(), caller.sessionId(), made);
        audit.record(AuditEvent.RECOVERY_CODES_MADE, account.insurerId(), account.id());
        notices.tell(MailTemplate.RECOVERY_CODES_MADE, insurer, account);
        return new Change.Made();
    }
}
