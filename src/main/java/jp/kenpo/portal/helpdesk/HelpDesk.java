package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.AccountGuesses;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.recovery.DeskCodes;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;

/**
 * What staff do for a member of their own insurer. None of it lets anybody in at once: it takes away what nobody has any
 * more, or what a stranger should not have (ASVS 6.4.6), and has an initial password work again. That one they can tell,
 * or read in the letter that they print: it goes round no second factor, and whoever has none is recognised by another
 * of them. Who never finished his first login has nothing yet that it would open. Each is told to the member by mail and
 * stands in the record with the one who did it. What opens his account to whoever made them believe him goes by {@link
 * HelpRequests}.
 */
@ApplicationScoped
public class HelpDesk {

    /** Of those who printed a letter of his, so many are looked at. */
    private static final int MOST_LETTERS = 100;

    @Inject
    Looks looks;

    @Inject
    Accounts accounts;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    EmailConfirmations confirmations;

    @Inject
    DeskCodes deskCodes;

    @Inject
    SecondFactorDevices devices;

    @Inject
    KnownDevices knownDevices;

    @Inject
    GuessBudgets budgets;

    @Inject
    AccountGuesses guesses;

    @Inject
    FreshlyProved proof;

    @Inject
    SecurityNotices notices;

    @Inject
    Letters letters;

    @Inject
    AuditLog audit;

    @Inject
    AuditHistory history;

    @Inject
    Clock clock;

    /**
     * Takes every second factor of a member's away, with all that he is signed in by. His password alone does not set a
     * new one up then. Refused for whoever has never had a password of his own.
     */
    @Transactional
    Change resetSecondFactors(CurrentInsurer insurer, Caller staff, long accountId, Grounds grounds) {
        Optional<Account> member = lock(insurer, staff, accountId);
        Optional<Refusal> why = member.flatMap(account -> whyNot(account, Deed.FACTORS_RESET, Optional.empty()));
        if (why.isPresent()) {
            return new Change.Refused(why.get());
        }
        member.ifPresent(account -> {
            devices.removeAll(account.id());
            knownDevices.forgetAll(account.id());
            recoveries.forget(account);
            account.resetSecondFactors(clock.instant());
            audit.record(AuditEvent.SECOND_FACTORS_RESET, insurer.id(), account.id(), by(staff, grounds));
            notices.tellOfHelp(MailTemplate.SECOND_FACTORS_RESET, insurer, account);
        });
        return outcome(member);
    }

    /** Why something is not to be done for a member; empty where it can be. @param address to be entered for him */
    Optional<Refusal> whyNot(Account member, Deed deed, Optional<EmailAddress> address) {
        return switch (deed) {
            // He would have to be recognised before his first login, for which there is no cause.
            case FACTORS_RESET ->
                isBeforeFirstLogin(member) ? Optional.of(Refusal.of("factors-reset.nothing")) : Optional.empty();
            case PASSWORD_RESET ->
                member.initialPasswordWorks(clock.instant())
                        ? Optional.of(Refusal.of("password-reset.nothing"))
                        : Optional.empty();
            case EMAIL_CORRECTION ->
                member.email().equals(address.map(EmailAddress::value))
                        ? Optional.of(Refusal.of("email-correction.same"))
                        : Optional.empty();
        };
    }

    /** Whether the member himself has changed since then what a deed would change. */
    boolean hasChangedSince(Instant asked, long accountId, Deed deed) {
        Account member = accounts.lock(accountId);
        return switch (deed) {
            case FACTORS_RESET ->
                devices.of(accountId).stream()
                        .anyMatch(device -> device.setUpAt().isAfter(asked));
            case PASSWORD_RESET ->
                member.passwordSetAt().filter(at -> at.isAfter(asked)).isPresent();
            case EMAIL_CORRECTION ->
                member.emailDecidedAt().filter(at -> at.isAfter(asked)).isPresent();
        };
    }

    private static boolean isBeforeFirstLogin(Account account) {
        return account.passwordHash().isEmpty()
                && account.firstLoginCompletedAt().isEmpty();
    }

    /**
     * Has the initial password work, for as long as the insurer's policy says: it takes the place of the member's own,
     * with all that he is signed in by, or is renewed where it is too old. Where letters tell it, his is made as well.
     * It goes round no second factor; and whoever has none is recognised by two of the staff before he sets one up,
     * since mail does not do in its place.
     */
    @Transactional
    Change resetPassword(CurrentInsurer insurer, Caller staff, long accountId, Grounds grounds) {
        Optional<Account> member = lock(insurer, staff, accountId);
        Optional<Refusal> why = member.flatMap(account -> whyNot(account, Deed.PASSWORD_RESET, Optional.empty()));
        if (why.isPresent()) {
            return new Change.Refused(why.get());
        }
        member.ifPresent(account -> {
            recoveries.forget(account);
            if (!isBeforeFirstLogin(account) && devices.of(account.id()).isEmpty()) {
                account.resetSecondFactors(clock.instant());
            }
            account.resetPassword(insurer.policy()
                    .initialPasswordLife()
                    .map(life -> clock.instant().plus(life)));
            audit.record(AuditEvent.PASSWORD_RESET_BY_STAFF, insurer.id(), account.id(), by(staff, grounds));
            if (Letters.tellPasswords(insurer)) {
                write(insurer, staff, account, grounds);
                notices.tellOfHelp(MailTemplate.PASSWORD_RESET_BY_LETTER, insurer, account);
            } else {
                notices.tellOfHelp(MailTemplate.PASSWORD_RESET_BY_STAFF, insurer, account);
            }
        });
        return outcome(member);
    }

    /**
     * Enters another address for a member, and ends all that he is signed in by. He confirms it when he is signed in the
     * next time; until then nothing is sent there. The former addresses are told.
     */
    @Transactional
    Change correctEmail(CurrentInsurer insurer, Caller staff, long accountId, EmailAddress address, Grounds grounds) {
        Optional<Account> member = lock(insurer, staff, accountId);
        Optional<Refusal> why = member.flatMap(account -> whyNot(account, Deed.EMAIL_CORRECTION, Optional.of(address)));
        if (why.isPresent()) {
            return new Change.Refused(why.get());
        }
        member.ifPresent(account -> {
            notices.tellOfHelp(MailTemplate.EMAIL_CORRECTED_BY_STAFF, insurer, account);
            recoveries.forget(account);
            for (EmailCodePurpose purpose : EmailCodePurpose.values()) {
                confirmations.forget(account.id(), purpose);
            }
            account.correctEmail(address, clock.instant());
            audit.record(AuditEvent.EMAIL_CORRECTED_BY_STAFF, insurer.id(), account.id(), by(staff, grounds));
        });
        return outcome(member);
    }

    /** Stops whoever waits for being let in without a member's devices; nothing where nobody does. */
    @Transactional
    Change stopRecovery(CurrentInsurer insurer, Caller staff, long accountId, Grounds grounds) {
        Optional<Account> member = lock(insurer, staff, accountId);
        member.filter(account -> recoveries.stopByStaff(insurer, account))
                .ifPresent(account -> audit.record(
                        AuditEvent.RECOVERY_STOPPED_BY_STAFF, insurer.id(), account.id(), by(staff, grounds)));
        return outcome(member);
    }

    /** Ends all that a member is signed in by; how he signs in stays as it is. */
    @Transactional
    Change endSessions(CurrentInsurer insurer, Caller staff, long accountId, Grounds grounds) {
        Optional<Account> member = lock(insurer, staff, accountId);
        member.ifPresent(account -> {
            account.endSessions();
            audit.record(AuditEvent.SESSIONS_ENDED_BY_STAFF, insurer.id(), account.id(), by(staff, grounds));
            notices.tellOfHelp(MailTemplate.SESSIONS_ENDED_BY_STAFF, insurer, account);
        });
        return outcome(member);
    }

    /** Lets a member try again at once who mistyped too often; and whoever else tries to get in. */
    @Transactional
    Change unlock(CurrentInsurer insurer, Caller staff, long accountId, Grounds grounds) {
        // His account is not locked: who logs in has his counts first, and then the account.
        Optional<Account> member = proof.lock(staff, Action.HELP_MEMBER)
                .flatMap(own -> looks.find(insurer, accountId))
                .map(Helped::account);
        member.ifPresent(account -> {
            guesses.forget(account);
            audit.record(AuditEvent.UNLOCKED_BY_STAFF, insurer.id(), account.id(), by(staff, grounds));
            notices.tellOfHelp(MailTemplate.UNLOCKED_BY_STAFF, insurer, account);
        });
        return outcome(member);
    }

    /**
     * Has the letter printed once more that tells a member how to log in for the first time. Where it tells him his
     * initial password that is another one: the former letter may have come into other hands.
     */
    @Transactional
    Change makeLetter(CurrentInsurer insurer, Caller staff, long accountId, Grounds grounds) {
        Optional<Helped> member = lock(insurer, staff, accountId).flatMap(account -> looks.find(insurer, account.id()));
        Optional<Refusal> why = member.flatMap(one -> whyNoLetter(insurer, one));
        if (why.isPresent()) {
            return new Change.Refused(why.get());
        }
        member.ifPresent(one -> {
            write(insurer, staff, one.account(), grounds);
            notices.tellOfHelp(MailTemplate.LETTER_MADE_BY_STAFF, insurer, one.account());
        });
        return member.isPresent() ? new Change.Made() : new Change.NotNow();
    }

    private void write(CurrentInsurer insurer, Caller staff, Account account, Grounds grounds) {
        letters.makeFor(insurer, staff, account);
        audit.record(AuditEvent.LETTERS_MADE, insurer.id(), account.id(), by(staff, grounds));
    }

    private Optional<Refusal> whyNoLetter(CurrentInsurer insurer, Helped one) {
        if (one.account().passwordHash().isPresent()) {
            return Optional.of(Refusal.of("letter.has-password"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
        if (one.member().disqualifiedOn().filter(day -> !day.isAfter(today)).isPresent()) {
            return Optional.of(Refusal.of("letter.not-insured"));
        }
        return one.account()
                .initialPasswordExpiresAt()
                .filter(end -> !end.isAfter(clock.instant()) && !Letters.tellPasswords(insurer))
                .map(end -> Refusal.of("letter.expired"));
    }

    /** Takes the code that a member reads from his own screen: it says which visit is his, and he goes on there. */
    @Transactional
    Change takeDeskCode(CurrentInsurer insurer, Caller staff, long accountId, String typed) {
        Budget budget = Budget.ofDeskCode(insurer.id(), accountId);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return new Change.Refused(refused.why("desk-code.wait", "desk-code.used-up"));
        }
        Optional<Account> member = lock(insurer, staff, accountId);
        if (member.isEmpty()) {
            budgets.giveBack((Try.Granted) attempt);
            return new Change.NotNow();
        }
        if (hasOpenedTheAccount(staff, member.get())) {
            budgets.giveBack((Try.Granted) attempt);
            return new Change.Refused(Refusal.of("desk-code.another-colleague"));
        }
        return switch (deskCodes.confirm(member.get(), typed)) {
            case RIGHT -> {
                budgets.clear(budget);
                audit.record(AuditEvent.DESK_CODE_TAKEN, insurer.id(), accountId, by(staff));
                yield new Change.Made();
            }
            case WRONG -> {
                audit.record(AuditEvent.DESK_CODE_REFUSED, insurer.id(), accountId, by(staff));
                yield new Change.Refused(Refusal.of("desk-code.wrong"));
            }
            case NOT_AWAITED -> {
                budgets.giveBack((Try.Granted) attempt);
                yield new Change.Refused(Refusal.of("desk-code.not-awaited"));
            }
        };
    }

    /**
     * Else one of the staff alone could be the member: he has the initial password, or took away what else it would take,
     * and would read the code to himself.
     */
    private boolean hasOpenedTheAccount(Caller staff, Account member) {
        if (member.passwordHash().isPresent()) {
            return false;
        }
        Optional<AuditHistory.Entry> reset = latest(member, AuditEvent.PASSWORD_RESET_BY_STAFF);
        Stream<AuditHistory.Entry> printed = history
                .of(
                        member.id(),
                        Set.of(AuditEvent.LETTERS_TAKEN),
                        reset.map(AuditHistory.Entry::at).orElse(Instant.EPOCH),
                        MOST_LETTERS)
                .stream()
                .filter(taken -> taken.detail().endsWith(Letters.WITH_PASSWORDS));
        return Stream.of(reset.stream(), latest(member, AuditEvent.SECOND_FACTORS_RESET).stream(), printed)
                .flatMap(deeds -> deeds)
                .flatMap(deed -> Grounds.recognisedBy(deed.detail()).stream())
                .anyMatch(recognised -> recognised == staff.accountId());
    }

    private Optional<AuditHistory.Entry> latest(Account member, AuditEvent deed) {
        return history.of(member.id(), Set.of(deed), Instant.EPOCH, 1).stream().findFirst();
    }

    /** Empty where the staff's own proof is too old by now, or there is no such member. */
    Optional<Account> lock(CurrentInsurer insurer, Caller staff, long accountId) {
        return proof.lock(staff, Action.HELP_MEMBER)
                .flatMap(own -> looks.find(insurer, accountId))
                .map(member -> accounts.lock(member.accountId()));
    }

    private static Change outcome(Optional<Account> member) {
        return member.isPresent() ? new Change.Made() : new Change.NotNow();
    }

    private static String by(Caller staff) {
        return staff.deed(Optional.empty()).inShort();
    }

    private static String by(Caller staff, Grounds grounds) {
        return staff.deed(Optional.of(grounds.reason())).inShort() + "; " + grounds.checksInShort();
    }
}
