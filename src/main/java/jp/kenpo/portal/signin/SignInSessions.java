package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.UserAgent;
import org.jspecify.annotations.Nullable;

/** The sessions of every insurer's members. */
@ApplicationScoped
public class SignInSessions {

    /** The last use is written no more often than that. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Chance chance;

    @Inject
    SecretBox secretBox;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    /** A caller's session as it stands once nobody else changes it. */
    public sealed interface Held {
        /** The caller's token is still the session's. */
        record Current(SignInSession session) implements Held {}

        /** The same form was answered a moment ago: this is the token it brought. */
        record Answered(SecretToken token) implements Held {}

        /** The session ended or went on without this form. */
        record Gone() implements Held {}
    }

    /** Begins a visit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SecretToken open(Account account, Proof first) {
        SecretToken token = chance.token();
        entities.persist(new SignInSession(account, token, first, UserAgent.of(request), clock.instant()));
        return token;
    }

    /** Locks the caller's session, so that of two equal forms the second sees what the first did. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Held hold(Caller caller) {
        @Nullable
        SignInSession session = entities.find(SignInSession.class, caller.sessionId(), LockModeType.PESSIMISTIC_WRITE);
        if (session == null || session.isOver(entities.find(Account.class, caller.accountId()))) {
            return new Held.Gone();
        }
        if (session.tokenHash().equals(caller.tokenHash())) {
            return new Held.Current(session);
        }
        return session.successor(caller.tokenHash(), form(), secretBox, clock.instant())
                .<Held>map(Held.Answered::new)
                .orElseGet(Held.Gone::new);
    }

    /** Adds a proof to a session that is held; its holder goes on with the new token. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SecretToken rise(Held.Current held, Proof proof) {
        SecretToken successor = chance.token();
        held.session().rise(proof, successor, form(), secretBox, clock.instant());
        return successor;
    }

    /** Ends every session of an account that is locked, but for the one that is held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endOthers(Account account, Held.Current held) {
        account.endSessions();
        held.session().follow(account);
    }

    /**
     * Ends one more session of an account that is locked; its row stays, so that whoever comes with its token is told
     * that it was ended from elsewhere.
     *
     * @return whether there was such a session; not where it is the one that is held, is over, or is somebody else's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean endOther(Account account, Held.Current held, long sessionId) {
        return sessionId != held.session().id() && endAlone(account, sessionId);
    }

    /** The same, asked for by somebody who has no session of the account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean endAlone(Account account, long sessionId) {
        return entities.createQuery("update SignInSession s set s.epoch = :ended where s.id = :id"
                                + " and s.accountId = :account and s.epoch = :epoch")
                        .setParameter("ended", SignInSession.ENDED)
                        .setParameter("id", sessionId)
                        .setParameter("account", account.id())
                        .setParameter("epoch", account.epoch())
                        .executeUpdate()
                > 0;
    }

    /**
     * The session whose token took the place of this one a moment ago: somebody who still comes with the former one
     * sent his request before he had the answer.
     */
    Optional<SignInSession> succeeding(SecretToken former) {
        return entities.createQuery(
                        "select s from SignInSession s where s.replacedTokenHash = :hash", SignInSession.class)
                .setParameter("hash", former.hash())
                .getResultStream()
                .findFirst()
                .filter(session -> session.hasJustReplaced(former.hash(), clock.instant()));
    }

    /** The token that a form brought when it came in a moment ago with the former token; else empty. */
    Optional<SecretToken> answered(SecretToken former, HttpServletRequest repeated) {
        return succeeding(former)
                .flatMap(session -> session.successor(
                        former.hash(), SubmittedForm.fingerprint(repeated), secretBox, clock.instant()));
    }

    /** Notes that the session is in use. */
    @Transactional
    public void touch(Caller caller) {
        Instant now = clock.instant();
        entities.createQuery("update SignInSession s set s.lastUseAt = :now where s.id = :id and s.lastUseAt < :before")
                .setParameter("now", now)
                .setParameter("before", now.minus(TOUCH))
                .setParameter("id", caller.sessionId())
                .executeUpdate();
    }

    /** Whether the last use is long enough ago to be written again. */
    boolean isTouchDue(Caller caller) {
        return caller.lastUseAt().isBefore(clock.instant().minus(TOUCH));
    }

    /** Ends a session. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(long sessionId) {
        entities.createQuery("delete from SignInSession s where s.id = :id")
                .setParameter("id", sessionId)
                .executeUpdate();
    }

    private String form() {
        return SubmittedForm.fingerprint(request);
    }
}
