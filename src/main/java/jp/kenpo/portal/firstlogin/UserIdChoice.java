package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.account.UserIdPolicy;
import jp.kenpo.portal.platform.Refusal;

/** Judges the user ID that a member wants. One that stays as it is is never judged: older rules made it. */
@ApplicationScoped
public class UserIdChoice {

    @Inject
    Accounts accounts;

    /** Whether the answer tells something of others: it is neither the member's own nor badly formed. */
    boolean isQuestion(Account account, UserId wanted) {
        return !wanted.equals(account.userId()) && UserIdPolicy.check(wanted).isEmpty();
    }

    /** Why the user ID cannot be had; empty where it can. */
    public Optional<Refusal> check(Account account, UserId wanted) {
        if (wanted.equals(account.userId())) {
            return Optional.empty();
        }
        return UserIdPolicy.check(wanted)
                .or(() -> accounts.isTaken(account, wanted)
                        ? Optional.of(Refusal.of("user-id.taken"))
                        : Optional.empty());
    }
}
