package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailDraft;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.mail.Outbox;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.RequestTrace;

/**
 * Secures the account of a member who says that somebody else was at it: all at once, as whoever is worried thinks of
 * nothing for long.
 *
 * <p>It takes no fresh proof. A stranger at the member's own device could do no more by it than to have him sign in
 * again and be told, and his insurer with him.
 */
@ApplicationScoped
public class NotMe {

    /** Insurer and member are told of the same account no more often than that: nobody is to be flooded. */
    static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private static final String INSURER_TOLD = "insurer told";
    private static final String NO_ALARM_ADDRESS = "no alarm address";

    @Inject
    Accounts accounts;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    SignInSessions sessions;

    @Inject
    KnownDevices knownDevices;

    @Inject
    SecurityNotices notices;

    @Inject
    Outbox outbox;

    @Inject
    AuditLog audit;

    @Inject
    AuditHistory history;

    @Inject
    RequestTrace trace;

    @Inject
    Clock clock;

    /**
     * What was reported.
     *
     * @param reference the number by which the insurer's help desk finds it
     * @param insurerTold whether the insurer was told by mail; else the member has to call
     */
    public record Report(String reference, boolean insurerTold) {}

    /**
     * Stops whoever waits for being let in without the member's devices, ends every other visit, with which the links
     * for a forgotten password die, and makes strangers of all devices but this one; tells the insurer and the member,
     * unless they were told of it within the hour.
     *
     * @param here the mark of the device with which he asks
     */
    @Transactional
    public Change secure(CurrentInsurer insurer, Caller caller, String here) {
        Account account = accounts.lock(caller.accountId());
        if (!(sessions.hold(caller) instanceof Held.Current own)) {
            return new Change.NotNow();
        }
        recoveries.stop(insurer, account);
        sessions.endOthers(account, own);
        audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
        if (knownDevices.forgetOthers(account.id(), here)) {
            audit.record(AuditEvent.KNOWN_DEVICES_FORGOTTEN, account.insurerId(), account.id());
        }
        if (report(account.id()).isEmpty()) {
            tell(insurer, account);
        }
        return new Change.Made();
    }

    private void tell(CurrentInsurer insurer, Account account) {
        Optional<String> alarmAddress = insurer.insurer().alarmAddress();
        audit.record(
                AuditEvent.REPORTED_BY_MEMBER,
                account.insurerId(),
                account.id(),
                alarmAddress.isPresent() ? INSURER_TOLD : NO_ALARM_ADDRESS);
        notices.tell(MailTemplate.REPORTED, insurer, account);
        alarmAddress.ifPresent(address -> outbox.put(mail(insurer, address)));
    }

    /** Says nothing of the member: whoever has the number finds him in the record. */
    private MailDraft mail(CurrentInsurer insurer, String alarmAddress) {
        String name = insurer.name(Language.JA);
        return new MailDraft(
                insurer.id(),
                MailTemplate.INSURER_TOLD,
                Language.JA,
                insurer.insurer().senderAddress(),
                name,
                alarmAddress,
                List.of(name, DateText.time(clock.instant(), Language.JA), trace.id()));
    }

    /** What was reported of an account within the last hour; a second click finds what the first one told. */
    public Optional<Report> report(long accountId) {
        return history.latest(
                        accountId,
                        AuditEvent.REPORTED_BY_MEMBER,
                        clock.instant().minus(TOLD_AGAIN_AFTER))
                .map(found -> new Report(found.requestId(), found.detail().equals(INSURER_TOLD)));
    }
}
