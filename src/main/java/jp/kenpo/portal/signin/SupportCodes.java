package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.StoredInstant;
import jp.kenpo.portal.signin.SignInSessions.Held;

/**
 * Codes by which staff find the visit of whoever talks to them, with nothing said of who it is. Such a code goes from
 * the member's screen to the staff's, and lets nobody in.
 */
@ApplicationScoped
public class SupportCodes {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int DIGITS = 6;

    /** An insurer has a few codes at a time, of a million: three of them in a row are never taken. */
    private static final int TRIES = 3;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    Visits visits;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** Makes a code for a caller's visit in the place of the former one; none where he signs out meanwhile. */
    @Transactional
    public void show(Caller caller) {
        accounts.lock(caller.accountId());
        if (!(sessions.hold(caller) instanceof Held.Current)) {
            return;
        }
        long insurer = caller.account().insurerId();
        entities.createNativeQuery("delete from support_code where session_id = ?1")
                .setParameter(1, caller.sessionId())
                .executeUpdate();
        for (int i = 0; i < TRIES && insert(caller.sessionId(), insurer) == 0; i++) {
            // Somebody else has the code that was drawn.
        }
    }

    private int insert(long session, long insurer) {
        return entities.createNativeQuery("insert into support_code (session_id, insurer_id, code, shown_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, session)
                .setParameter(2, insurer)
                .setParameter(3, chance.digits(DIGITS))
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** A code on its member's screen. @param until when it works, or its visit ends */
    public record Shown(String code, Instant until) {}

    /** The code that a caller can read to staff; empty where none is shown, or for too long. */
    public Optional<Shown> look(Caller caller) {
        List<?> codes = entities.createNativeQuery(
                        "select code, shown_at from support_code where session_id = ?1 and shown_at > ?2")
                .setParameter(1, caller.sessionId())
                .setParameter(2, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .getResultList();
        return codes.stream().map(Object[].class::cast).findFirst().map(row -> {
            Instant end = StoredInstant.of(row[1]).plus(LIFE);
            return new Shown((String) row[0], end.isBefore(caller.endsAt()) ? end : caller.endsAt());
        });
    }

    /** The visit of whoever reads a code from his screen; empty where nobody of the insurer's does. */
    public Optional<SupportedVisit> find(CurrentInsurer insurer, String code) {
        List<SignInSession> sessions = entities.createNativeQuery(
                        "select s.* from support_code c join sign_in_session s on s.id = c.session_id"
                                + " where c.insurer_id = ?1 and c.code = ?2 and c.shown_at > ?3",
                        SignInSession.class)
                .setParameter(1, insurer.id())
                .setParameter(2, code)
                .setParameter(3, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .getResultList();
        return sessions.stream()
                .findFirst()
                .flatMap(session -> visits.find(insurer.origin().uri().getAuthority(), session.tokenHash())
                        .flatMap(visit -> visit.caller()
                                .map(caller -> new SupportedVisit(
                                        caller.account(),
                                        session.id(),
                                        visit.step(),
                                        session.device(),
                                        session.startedAt()))));
    }
}
