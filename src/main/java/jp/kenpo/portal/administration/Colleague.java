package jp.kenpo.portal.administration;

import java.util.Locale;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;

/** One of the insurer's staff. */
public record Colleague(Account account, AccountOwner.Staff person, State state) {

    /** How far he is. */
    public enum State {
        /** He was invited, and has not come yet. */
        INVITED,
        /** He signs in. */
        AT_WORK,
        /** He does not: he was stopped, or his invitation is over. */
        OUT;

        /** Names it in texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public long accountId() {
        return account.id();
    }

    public String userId() {
        return account.userId().value();
    }

    public String email() {
        return account.email().orElse("");
    }
}
