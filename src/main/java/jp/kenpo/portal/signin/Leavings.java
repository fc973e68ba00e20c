package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import jp.kenpo.portal.account.AccountRecovery;
import jp.kenpo.portal.account.EmailConfirmation;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.HelpApproval;
import jp.kenpo.portal.secondfactor.RecoverySheet;

/** Deletes what sign-ins leave behind that nobody will ask for again. */
@ApplicationScoped
public class Leavings {

    /** One kind of it. */
    public enum Leaving {
        /** Until then the token of a session that is over still says so to whoever comes with it. */
        SESSIONS("sign_in_session where last_use_at <= ?1", Duration.ofDays(7)),
        DRAFTS("draft where kept_at <= ?1", Drafts.LIFE),
        DEVICES("known_device where last_sign_in_at <= ?1", KnownDevices.LIFE),
        /** But for rows in use: a failure holds two of them, and each would wait for the other. */
        CROWDS(
                "guess_crowd where subject in"
                        + " (select subject from guess_crowd where since <= ?1 for update skip locked)",
                Duration.ofDays(1)),
        /** Who was sent mail yesterday need not wait for more. */
        RECOVERIES("guess_budget where kind in ('RECOVERY', 'RECOVERY_MAIL') and tried_at <= ?1", Duration.ofDays(1)),
        /** Failures at which nobody tried again for so long are no row of failures any more. */
        GUESSES("guess_budget where tried_at <= ?1", Duration.ofDays(90)),
        /** Whoever comes with a link later reads the same as if it were nobody's. */
        RECOVERY_LINKS("recovery_link where expires_at <= ?1", Duration.ZERO),
        ACCOUNT_RECOVERIES("account_recovery where opens_at <= ?1", AccountRecovery.OPEN),
        FORMER_ADDRESSES("former_address where expires_at <= ?1", Duration.ZERO),
        RECOVERY_SHEETS("recovery_sheet where made_at <= ?1", RecoverySheet.LIFE),
        DESK_CODES("desk_code where made_at <= ?1", Duration.ofHours(1)),
        SUPPORT_CODES("support_code where shown_at <= ?1", SupportCodes.LIFE),
        /** But for one that is being approved. */
        HELP_REQUESTS(
                "help_request where id in (select id from help_request where asked_at <= ?1 for update skip locked)",
                HelpApproval.AWAITED),
        /** Whoever comes with the code of a former hour asks for another one. */
        EMAIL_CODES("email_confirmation where sent_at <= ?1", EmailConfirmation.AWAITED),
        CHALLENGES("used_challenge where expires_at <= ?1", Duration.ZERO);

        private final String rows;
        private final Duration age;

        Leaving(String rows, Duration age) {
            this.rows = rows;
            this.age = age;
        }
    }

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Deletes one kind in a transaction of its own, so that no sign-in waits for all of them. */
    @Transactional
    public void sweep(Leaving leaving) {
        entities.createNativeQuery("delete from " + leaving.rows)
                .setParameter(1, clock.instant().minus(leaving.age).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
