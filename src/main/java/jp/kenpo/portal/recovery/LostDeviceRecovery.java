package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.AccountRecovery;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.web.Language;

/**
 * Lets a member in who has none of his devices any more: by his password and a code by mail, shown twice with a wait
 * between, in which he is told everywhere and anything that shows that he has one of them stops it.
 */
@ApplicationScoped
public class LostDeviceRecovery {

    @Inject
    Accounts accounts;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    EmailCodes codes;

    @Inject
    SignInSessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What became of a code. */
    sealed interface Outcome {

        /** It was right, and the wait has begun. */
        record Begun() implements Outcome {}

        /** It was right, and lets in. @param token of the visit that goes on */
        record Entered(SecretToken token) implements Outcome {}

        /** It was not taken. */
        record Refused(Refusal why) implements Outcome {}

        /** None was awaited: the visit ended, the code was used, or something stopped it all. */
        record NotNow() implements Outcome {}
    }

    /** Sends a code, unless one was sent a minute ago; or says why not. Nothing where there is no way that needs one. */
    @Transactional
    Optional<Refusal> send(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        Optional<EmailAddress> address = address(caller, account);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = codes.send(insurer, account, EmailCodePurpose.LOST_DEVICE, address.get(), language);
        if (refusal.isEmpty()) {
            audit.record(AuditEvent.LOST_DEVICE_CODE_SENT, account.insurerId(), account.id());
        }
        return refusal;
    }

    /** Sends another code, or says how long to wait for it. */
    @Transactional
    Optional<Refusal> resend(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        return address(caller, account)
                .flatMap(to -> codes.resend(insurer, account, EmailCodePurpose.LOST_DEVICE, to, language));
    }

    /** Takes the code. */
    @Transactional
    Outcome take(CurrentInsurer insurer, Caller caller, String code) {
        Taking taking = new Taking(insurer, caller);
        EmailCodes.Taken taken = codes.take(
                insurer,
                caller,
                new EmailCodes.Entered(EmailCodePurpose.LOST_DEVICE, code, Refusal.of("lost-device.used-up")),
                taking::isAwaited,
                taking::confirmed);
        return taken instanceof EmailCodes.Taken.Refused refused ? new Outcome.Refused(refused.why()) : taking.outcome;
    }

    /** One code, from the look whether it is awaited to what follows from it. */
    private final class Taking {

        private final CurrentInsurer insurer;
        private final Caller caller;
        private Outcome outcome = new Outcome.NotNow();

        Taking(CurrentInsurer insurer, Caller caller) {
            this.insurer = insurer;
            this.caller = caller;
        }

        private boolean isAwaited(Account account) {
            Held held = sessions.hold(caller);
            if (held instanceof Held.Answered answered) {
                outcome = new Outcome.Entered(answered.token());
            }
            return held instanceof Held.Current && address(caller, account).isPresent();
        }

        private void confirmed(Account account) {
            Optional<AccountRecovery> waited = recoveries.find(account);
            if (waited.isEmpty()) {
                recoveries.begin(insurer, account);
                outcome = new Outcome.Begun();
            } else if (sessions.hold(caller) instanceof Held.Current current) {
                recoveries.end(insurer, account);
                Proof proof = new Proof.AccountRecovery(waited.get().id(), clock.instant());
                outcome = new Outcome.Entered(sessions.rise(current, proof));
            }
        }
    }

    /** Where a code goes; empty where there is no way that needs one, as things stand now that nobody changes them. */
    private Optional<EmailAddress> address(Caller caller, Account account) {
        Optional<Instant> opensAt = recoveries.find(account).map(AccountRecovery::opensAt);
        return LostDeviceWay.of(caller.evidence(), account, opensAt, clock.instant())
                .address();
    }

    /** Notes that a member wants his insurer's help, so that the help desk finds him by the request's number. */
    @Transactional
    void noteHelpWanted(Caller caller) {
        audit.record(AuditEvent.HELP_WANTED, caller.account().insurerId(), caller.accountId());
    }
}
