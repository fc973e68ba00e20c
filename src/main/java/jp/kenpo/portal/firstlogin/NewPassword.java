package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;

/** Puts a password of the member's own in the place of the initial one, which dies with all that rests on it. */
@ApplicationScoped
public class NewPassword {

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Saves the password, and tells the member so.
     *
     * @param hash made beforehand, so that no transaction waits for it
     * @param everywhereElse whether every other visit of the member ends
     */
    @Transactional
    public void set(CurrentInsurer insurer, Caller caller, PasswordHash hash, boolean everywhereElse) {
        Account account = accounts.lock(caller.accountId());
        if (account.passwordHash().isPresent() || !(sessions.hold(caller) instanceof Held.Current held)) {
            return;
        }
        account.setPassword(hash, clock.instant());
        sessions.replacePassword(held);
        audit.record(AuditEvent.PASSWORD_CHANGED, account.insurerId(), account.id());
        notices.tell(MailTemplate.PASSWORD_CHANGED, insurer, account);
        if (everywhereElse) {
            sessions.endOthers(account, held);
            audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
        }
    }
}
