package jp.kenpo.portal.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.signin.Evidence;

/**
 * The way that is open to a member who has none of his devices any more. His password and a code by mail, then a wait,
 * then both again: the two are different proofs as long as the address is not of yesterday, when somebody with his
 * session may have put in his own (NIST SP 800-63B-4 § 4.2).
 */
sealed interface LostDeviceWay {

    /** For that long an address has to be his before a code that is sent there counts. */
    Duration ADDRESS_AGE = Duration.ofDays(7);

    /** Where a code goes; empty where none is sent. */
    default Optional<EmailAddress> address() {
        return Optional.empty();
    }

    /** A code is sent; once it is back, he waits. */
    record MayBegin(EmailAddress to) implements LostDeviceWay {
        @Override
        public Optional<EmailAddress> address() {
            return Optional.of(to);
        }
    }

    /** He waits. */
    record Waiting(Instant opensAt) implements LostDeviceWay {}

    /** He has waited: a code is sent, and once it is back he is let in. */
    record MayEnter(EmailAddress to) implements LostDeviceWay {
        @Override
        public Optional<EmailAddress> address() {
            return Optional.of(to);
        }
    }

    /** He has not shown his password in this visit, but came by a link in its place or by a passkey. */
    record LacksPassword() implements LostDeviceWay {}

    /** There is no address that has been his for long enough. */
    record LacksAddress() implements LostDeviceWay {}

    /**
     * The way that is open now.
     *
     * @param opensAt when his wait ends; empty where he does not wait
     */
    static LostDeviceWay of(Evidence evidence, Account account, Optional<Instant> opensAt, Instant now) {
        if (evidence.password().filter(shown -> !shown.initial()).isEmpty()) {
            return new LacksPassword();
        }
        if (opensAt.filter(now::isBefore).isPresent()) {
            return new Waiting(opensAt.get());
        }
        return account.emailConfirmedBy(now.minus(ADDRESS_AGE))
                .<LostDeviceWay>map(to -> opensAt.isPresent() ? new MayEnter(to) : new MayBegin(to))
                .orElseGet(LacksAddress::new);
    }
}
