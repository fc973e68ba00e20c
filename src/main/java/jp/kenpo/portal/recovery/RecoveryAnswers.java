package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.Accounts.Found;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.GuessPolicy;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.mail.MailDraft;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.mail.Outbox;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Answers, by mail alone, whoever forgot something.
 *
 * <p>What lets in or tells of an account goes to a confirmed address only. To the roster's, which nobody has confirmed,
 * goes how the initial password is made up, or that a letter tells it, while it still holds: the recipient learns nothing
 * that is not printed in every member's papers.
 */
@ApplicationScoped
public class RecoveryAnswers {

    /** However often it is asked for, and by whomever: a member's mailbox is not filled. */
    private static final GuessPolicy MAILS =
            new GuessPolicy(1, Duration.ofMinutes(1), Duration.ofHours(1), Integer.MAX_VALUE, Integer.MAX_VALUE);

    @Inject
    RecoveryRequests requests;

    @Inject
    GuessBudgets budgets;

    @Inject
    RecoveryLinks links;

    @Inject
    Accounts accounts;

    @Inject
    Insurers insurers;

    @Inject
    Outbox outbox;

    @Inject
    AuditLog audit;

    @Inject
    SecretBox secretBox;

    @Inject
    Clock clock;

    /** What became of a request, as the record has it. */
    private enum Outcome {
        NOBODY,
        MEMBERSHIP_ENDED,
        /** The initial password's time is over, so there is nothing to remind of. */
        INITIAL_PASSWORD_EXPIRED,
        /** There is no address that may be written to. */
        NO_ADDRESS,
        /** Mail was sent a short while ago. */
        SENT_BEFORE,
        /** It could not be answered, though tried many times. */
        GIVEN_UP,
        LINK_SENT,
        REMINDED
    }

    /** Answers one request; of several nodes that see it, one does. */
    @Transactional
    void answer(long requestId) {
        requests.claim(requestId).ifPresent(request -> {
            CurrentInsurer insurer = insurers.now(request.insurerId());
            Forgotten what = request.what(secretBox);
            List<Asking> owners = found(insurer, what).stream()
                    .flatMap(one -> asking(one).stream())
                    .filter(one -> one.member().birthDate().equals(what.birthDate()))
                    .toList();
            if (owners.isEmpty()) {
                record(request, null, Outcome.NOBODY);
            }
            for (Asking owner : owners) {
                record(request, owner.account(), answer(request, insurer, what, owner));
            }
            requests.done(request);
        });
    }

    /** Counts a try that failed, so that others come first; in the end the request is given up. */
    @Transactional
    void putOff(long requestId) {
        requests.claim(requestId).filter(request -> !request.failed()).ifPresent(request -> {
            record(request, null, Outcome.GIVEN_UP);
            requests.done(request);
        });
    }

    private List<Found> found(CurrentInsurer insurer, Forgotten what) {
        if (what instanceof Forgotten.Password password) {
            return accounts.find(insurer.id(), password.userId()).stream().toList();
        }
        if (what instanceof Forgotten.UserIdOfEmail userId) {
            return accounts.findByEmail(insurer.id(), userId.email());
        }
        Forgotten.UserIdOfNumber userId = (Forgotten.UserIdOfNumber) what;
        return accounts.findByNumber(insurer.id(), userId.symbol(), userId.number());
    }

    /** A member who forgot something, with his account. */
    private record Asking(Account account, Member member) {}

    /** Staff have no birth date here, so nobody asks for them. */
    private static Optional<Asking> asking(Found found) {
        return found.owner().insured().map(member -> new Asking(found.account(), member));
    }

    private Outcome answer(RecoveryRequest request, CurrentInsurer insurer, Forgotten what, Asking owner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
        if (!today.isBefore(owner.member().disqualifiedOn().orElse(LocalDate.MAX))) {
            return Outcome.MEMBERSHIP_ENDED;
        }
        Try mail = budgets.reserveHere(
                Budget.of(Kind.RECOVERY_MAIL, owner.account().id()), MAILS);
        if (mail instanceof Try.Refused) {
            return Outcome.SENT_BEFORE;
        }
        if (!(what instanceof Forgotten.Password)) {
            return remindOfUserId(request, insurer, owner);
        }
        return owner.account().passwordHash().isPresent()
                ? sendLink(request, insurer, owner.account())
                : remindOfInitialPassword(request, insurer, owner);
    }

    private Outcome sendLink(RecoveryRequest request, CurrentInsurer insurer, Account account) {
        return confirmedAddress(account)
                .map(address -> {
                    String link = insurer.origin().uri()
                            + RecoveryLinks.PAGE
                            + links.make(account).value();
                    String minutes = Long.toString(RecoveryLink.LIFE.toMinutes());
                    return send(request, insurer, MailTemplate.PASSWORD_RESET_LINK, address, link, minutes);
                })
                .map(sent -> Outcome.LINK_SENT)
                .orElse(Outcome.NO_ADDRESS);
    }

    private Outcome remindOfInitialPassword(RecoveryRequest request, CurrentInsurer insurer, Asking owner) {
        Instant end = owner.account().initialPasswordExpiresAt().orElse(Instant.MAX);
        if (!clock.instant().isBefore(end)) {
            return Outcome.INITIAL_PASSWORD_EXPIRED;
        }
        return confirmedAddress(owner.account())
                .or(owner.member()::rosterEmail)
                .map(address -> send(request, insurer, reminder(insurer), address))
                .orElse(Outcome.NO_ADDRESS);
    }

    private static MailTemplate reminder(CurrentInsurer insurer) {
        return switch (insurer.policy().initialPassword()) {
            case DERIVED -> MailTemplate.INITIAL_PASSWORD_REMINDER;
            case LETTER -> MailTemplate.INITIAL_PASSWORD_IN_LETTER;
        };
    }

    private Outcome remindOfUserId(RecoveryRequest request, CurrentInsurer insurer, Asking owner) {
        String userId = owner.account().userId().value();
        String branch = owner.member().number().branch();
        return confirmedAddress(owner.account())
                .map(address -> send(request, insurer, MailTemplate.USER_ID_REMINDER, address, userId, branch))
                .orElse(Outcome.NO_ADDRESS);
    }

    private static Optional<String> confirmedAddress(Account account) {
        return account.email().filter(address -> account.emailState() == EmailState.CONFIRMED);
    }

    private Outcome send(
            RecoveryRequest request, CurrentInsurer insurer, MailTemplate what, String address, String... more) {
        Language language = request.language();
        Contact contact = insurer.contact();
        List<String> all = Stream.of(
                        Stream.of(insurer.name(language)),
                        Stream.of(more),
                        Stream.of(contact.phone(), contact.hours(language)))
                .flatMap(arguments -> arguments)
                .toList();
        outbox.put(new MailDraft(
                insurer.id(), what, language, insurer.insurer().senderAddress(), all.get(0), address, all));
        return Outcome.REMINDED;
    }

    private void record(RecoveryRequest request, @Nullable Account owner, Outcome outcome) {
        audit.record(
                AuditEvent.RECOVERY_ANSWERED,
                request.insurerId(),
                owner == null ? null : owner.id(),
                outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                request.source());
    }
}
