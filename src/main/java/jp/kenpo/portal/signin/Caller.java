package jp.kenpo.portal.signin;

import java.time.Instant;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.member.Member;

/**
 * Whoever holds the token of a living session.
 *
 * @param tokenHash of the token that came with this request
 * @param endsAt when the visit ends unless it is used again
 */
public record Caller(
        long sessionId,
        String tokenHash,
        Instant lastUseAt,
        Instant endsAt,
        Account account,
        AccountOwner owner,
        Evidence evidence,
        SignInFacts facts) {

    public long accountId() {
        return account.id();
    }

    /**
     * The insured person, on pages that are open to no others.
     *
     * @throws IllegalStateException for staff
     */
    public Member member() {
        return owner.insured()
                .orElseThrow(() -> new IllegalStateException("Staff on a page of insured persons: " + accountId()));
    }
}
