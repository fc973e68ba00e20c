package jp.kenpo.portal.signin;

import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.StaffDeed;
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

    /**
     * What the record says of him where he does something as one of the insurer's staff.
     *
     * @param reason empty where none is asked for
     * @throws IllegalStateException for an insured person
     */
    public StaffDeed deed(Optional<HelpReason> reason) {
        return owner.staff()
                .map(staff -> new StaffDeed(accountId(), staff.role(), reason))
                .orElseThrow(() -> new IllegalStateException("An insured person at the staff's work: " + accountId()));
    }
}
