package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.web.Language;

/**
 * Lets a member set a new second factor up whose former ones the insurer's staff took away, once he has shown more than
 * his password: a code by mail, or one that staff take from him while he is with them.
 */
@ApplicationScoped
public class Enrolment {

    @Inject
    Accounts accounts;

    @Inject
    DeskCodes deskCodes;

    @Inject
    EmailCodes codes;

    @Inject
    SignInSessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Where a code is sent; empty where mail does not do. The address has to be his for as long before the reset as for
     * a lost device, and the password older than the reset: else one mailbox would be both.
     */
    static Optional<EmailAddress> address(Account account) {
        Optional<Instant> reset = account.factorsResetAt();
        return reset.filter(at -> account.passwordSetAt().filter(at::isAfter).isPresent())
                .flatMap(at -> account.emailConfirmedBy(at.minus(LostDeviceWay.ADDRESS_AGE)));
    }

    /** Sends a code, unless one was sent a minute ago; or says why not. Nothing where mail does not do. */
    @Transactional
    Optional<Refusal> send(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        Optional<EmailAddress> to = address(account);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = codes.send(insurer, account, EmailCodePurpose.ENROLMENT, to.get(), language);
        if (refusal.isEmpty()) {
            audit.record(AuditEvent.ENROLMENT_CODE_SENT, account.insurerId(), account.id());
        }
        return refusal;
    }

    /** Sends another code, or says how long to wait for it. */
    @Transactional
    Optional<Refusal> resend(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        return address(account).flatMap(to -> codes.resend(insurer, account, EmailCodePurpose.ENROLMENT, to, language));
    }

    /** Takes the code of the mail. */
    @Transactional
    Proving take(CurrentInsurer insurer, Caller caller, String code) {
        Taking taking = new Taking(caller);
        EmailCodes.Taken taken = codes.take(
                insurer,
                caller,
                new EmailCodes.Entered(EmailCodePurpose.ENROLMENT, code, Refusal.of("enrolment.used-up")),
                taking::isAwaited,
                account -> taking.outcome = proved(account, caller, false));
        return taken instanceof EmailCodes.Taken.Refused refused ? new Proving.Refused(refused.why()) : taking.outcome;
    }

    /** One code by mail: from the look whether it is awaited to what follows from it. */
    private final class Taking {

        private final Caller caller;
        private Proving outcome = new Proving.Overtaken();

        Taking(Caller caller) {
            this.caller = caller;
        }

        private boolean isAwaited(Account account) {
            Held held = sessions.hold(caller);
            if (held instanceof Held.Answered answered) {
                outcome = new Proving.Proved(answered.token());
            }
            return held instanceof Held.Current && address(account).isPresent();
        }
    }

    /** Goes on once staff have taken the code that he read to them. */
    @Transactional
    Proving goOn(Caller caller) {
        Account account = accounts.lock(caller.accountId());
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current)) {
            return new Proving.Overtaken();
        }
        return deskCodes.use(caller) ? proved(account, caller, true) : Proving.refused("desk-code.not-taken");
    }

    private Proving proved(Account account, Caller caller, boolean atDesk) {
        if (!(sessions.hold(caller) instanceof Held.Current current)) {
            return new Proving.Overtaken();
        }
        audit.record(AuditEvent.ENROLMENT_PROVED, account.insurerId(), account.id(), atDesk ? "desk" : "mail");
        return new Proving.Proved(sessions.rise(current, new Proof.Enrolment(atDesk, clock.instant())));
    }
}
