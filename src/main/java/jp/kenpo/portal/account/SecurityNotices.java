package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailDraft;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.mail.Outbox;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Preferences;

/**
 * Tells a member by mail what was done to his account, so that he notices what he did not do himself (ASVS 6.3.7).
 *
 * <p>Such a mail says what happened, when, and whom to call; it holds no name and nothing that was changed, since it may
 * go to somebody else's address, and no link but the one that stops what is only about to happen or takes back what was
 * done. It goes to the confirmed address, or while there is none to the one that the insurer's roster has; never to one
 * that was only typed.
 */
@ApplicationScoped
public class SecurityNotices {

    @Inject
    Accounts accounts;

    @Inject
    Outbox outbox;

    @Inject
    Preferences preferences;

    @Inject
    Clock clock;

    /** Tells of what the member has just done, in the language that he reads. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(MailTemplate what, CurrentInsurer insurer, Account account) {
        send(what, insurer, addressesOf(account), preferences.getLanguage());
    }

    /** Tells of what somebody else may have done, in Japanese: what the stranger reads says nothing of the member. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void warn(MailTemplate what, CurrentInsurer insurer, Account account) {
        send(what, insurer, addressesOf(account), Language.JA);
    }

    /** Tells of what staff did, at every address that is the member's, in Japanese, as staff may read another language. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfHelp(MailTemplate what, CurrentInsurer insurer, Account account) {
        send(what, insurer, everyAddressOf(account), Language.JA);
    }

    private Set<String> everyAddressOf(Account account) {
        Set<String> all = new TreeSet<>(addressesOf(account));
        accounts.member(account).flatMap(Member::rosterEmail).ifPresent(all::add);
        return all;
    }

    /** Tells the former addresses and the one that was just confirmed that this is now the account's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfNewAddress(CurrentInsurer insurer, Account account, Set<String> former) {
        tellBoth(MailTemplate.EMAIL_CHANGED, insurer, account, former);
    }

    /** Tells the address that is the account's again, and the ones that took its place meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfRestoredAddress(CurrentInsurer insurer, Account account, Set<String> replaced) {
        tellBoth(MailTemplate.EMAIL_RESTORED, insurer, account, replaced);
    }

    private void tellBoth(MailTemplate what, CurrentInsurer insurer, Account account, Set<String> former) {
        Set<String> all = new TreeSet<>(former);
        all.addAll(addressesOf(account));
        send(what, insurer, all, preferences.getLanguage());
    }

    /**
     * Tells, at every address that is the member's, of what is about to happen unless he stops it.
     *
     * @param at from when
     * @param stop the link that stops it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfRecovery(CurrentInsurer insurer, Account account, Instant at, String stop) {
        Set<String> all = everyAddressOf(account);
        Language language = preferences.getLanguage();
        send(MailTemplate.ACCOUNT_RECOVERY_BEGUN, insurer, all, language, DateText.time(at, language), stop);
    }

    /**
     * Tells an address that another one took its place.
     *
     * @param back the link by which it is the account's again
     * @param life for how long that works; whole days
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfLoss(CurrentInsurer insurer, String address, String back, Duration life) {
        Language language = preferences.getLanguage();
        String days = Long.toString(life.toDays());
        send(MailTemplate.EMAIL_REPLACED, insurer, Set.of(address), language, back, days);
    }

    /** Where the member is told now: one address, or none. */
    public Set<String> addressesOf(Account account) {
        return account.emailState() == EmailState.CONFIRMED
                ? Set.of(account.email().orElseThrow())
                : accounts.member(account)
                        .flatMap(Member::rosterEmail)
                        .map(Set::of)
                        .orElse(Set.of());
    }

    private void send(
            MailTemplate what, CurrentInsurer insurer, Set<String> addresses, Language language, String... between) {
        Contact contact = insurer.contact();
        List<String> arguments = new ArrayList<>();
        arguments.add(insurer.name(language));
        arguments.add(DateText.time(clock.instant(), language));
        arguments.addAll(List.of(between));
        arguments.add(contact.phone());
        arguments.add(contact.hours(language));
        for (String address : addresses) {
            outbox.put(new MailDraft(
                    insurer.id(),
                    what,
                    language,
                    insurer.insurer().senderAddress(),
                    insurer.name(language),
                    address,
                    arguments));
        }
    }
}
