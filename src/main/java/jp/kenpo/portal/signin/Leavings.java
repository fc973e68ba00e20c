package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.insurer.CrowdPolicy;

/** What sign-ins leave behind that nobody will ask for again. */
@ApplicationScoped
public class Leavings {

    /** Until then the token of a session that is over still says so to whoever comes with it. */
    private static final Duration SESSIONS = Duration.ofDays(7);

    /** Failures at which nobody tried again for so long are no row of failures any more. */
    private static final Duration GUESSES = Duration.ofDays(90);

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Deletes it. */
    @Transactional
    public void sweep() {
        delete("sign_in_session where last_use_at <= ?1", SESSIONS);
        delete("draft where kept_at <= ?1", Drafts.LIFE);
        delete("known_device where last_sign_in_at <= ?1", KnownDevices.LIFE);
        delete("guess_crowd where since <= ?1", CrowdPolicy.WINDOW);
        delete("guess_budget where tried_at <= ?1", GUESSES);
        delete("used_challenge where expires_at <= ?1", Duration.ZERO);
    }

    private void delete(String what, Duration age) {
        entities.createNativeQuery("delete from " + what)
                .setParameter(1, clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
