package jp.kenpo.portal.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailDraft;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.mail.Outbox;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.Language;

/** Those who decide for the insurer as well: what one of them does alone that weakens it, the others are told by mail. */
@ApplicationScoped
public class OtherManagers {

    @Inject
    Accounts accounts;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Tells all but the one who did it; it goes with the transaction. */
    void tell(MailTemplate what, CurrentInsurer insurer, Caller manager) {
        String who = manager.owner().staff().map(AccountOwner.Staff::name).orElseThrow();
        accounts.staffOf(insurer.id()).stream()
                .filter(other -> other.id() != manager.accountId() && isAtWork(other))
                .flatMap(other -> other.email().stream())
                .map(email -> draft(what, insurer, who, email))
                .forEach(outbox::put);
    }

    private static boolean isAtWork(Account account) {
        return account.passwordHash().isPresent()
                && account.staff()
                        .filter(staff -> staff.role() == StaffRole.MANAGER)
                        .isPresent();
    }

    private MailDraft draft(MailTemplate what, CurrentInsurer insurer, String who, String email) {
        String name = insurer.name(Language.JA);
        return new MailDraft(
                insurer.id(),
                what,
                Language.JA,
                insurer.insurer().senderAddress(),
                name,
                email,
                List.of(name, DateText.time(clock.instant(), Language.JA), who));
    }
}
