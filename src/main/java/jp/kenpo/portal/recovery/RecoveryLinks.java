package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.InsurerOrigin;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.SignInSessions;

/** The links by which forgotten passwords are replaced. */
@ApplicationScoped
public class RecoveryLinks {

    /** The same for one of the insurer's staff who is invited. */
    static final String INVITATION = "/recovery/invitation.xhtml?token=";

    /** The page that a link opens, to which its token is added. */
    static final String PAGE = "/recovery/link.xhtml?token=";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SignInSessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** Makes a link; a former one of the same member, which may only be slower to arrive, stays good for its time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SecretToken make(Account account) {
        SecretToken token = chance.token();
        entities.persist(new RecoveryLink(account, token, RecoveryLink.LIFE, clock.instant()));
        return token;
    }

    /** Makes the address by which one of the insurer's staff sets a password of his own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String invite(InsurerOrigin origin, Account staff) {
        SecretToken token = chance.token();
        entities.persist(new RecoveryLink(staff, token, RecoveryLink.INVITATION_LIFE, clock.instant()));
        return origin.uri() + INVITATION + token.value();
    }

    /** For how many days an invitation is good. */
    public static long invitationDays() {
        return RecoveryLink.INVITATION_LIFE.toDays();
    }

    /** Those of the accounts for which a link is still good. */
    public Set<Long> invited(List<Account> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        Map<Long, Account> byId = accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        return entities.createQuery("select l from RecoveryLink l where l.accountId in :accounts", RecoveryLink.class)
                .setParameter("accounts", byId.keySet())
                .getResultStream()
                .filter(link -> link.stateFor(Objects.requireNonNull(byId.get(link.accountId())), clock.instant())
                        instanceof State.Good)
                .map(RecoveryLink::accountId)
                .collect(Collectors.toSet());
    }

    /** What a link is worth now. */
    public sealed interface State {
        /** It lets in. @param userId whose password it is for */
        record Good(UserId userId) implements State {}

        /** It began a visit; whoever is on it has but to go on. */
        record Used(long linkId) implements State {}

        /** It is over, or never was one of this insurer's. */
        record Worthless() implements State {}
    }

    /** What a link is worth. To look changes nothing: many mail services open every link that passes through. */
    public State look(CurrentInsurer insurer, SecretToken token) {
        return find(insurer, token, LockModeType.NONE)
                .map(held -> held.link().stateFor(held.owner(), clock.instant()))
                .orElseGet(State.Worthless::new);
    }

    /** Begins the visit of whoever holds a link that is good; empty where it is not. */
    @Transactional
    public Optional<SecretToken> use(CurrentInsurer insurer, SecretToken token) {
        return find(insurer, token, LockModeType.PESSIMISTIC_WRITE).flatMap(this::use);
    }

    private Optional<SecretToken> use(Held held) {
        Instant now = clock.instant();
        RecoveryLink link = held.link();
        Account account = held.owner();
        if (!(link.stateFor(account, now) instanceof State.Good)) {
            return link.visitBegun(secretBox, now);
        }
        SecretToken visit = sessions.open(account, new Proof.MailLink(link.id(), now));
        link.use(visit, secretBox, now);
        audit.record(AuditEvent.RECOVERY_LINK_USED, account.insurerId(), account.id());
        return Optional.of(visit);
    }

    private record Held(RecoveryLink link, Account owner) {}

    private Optional<Held> find(CurrentInsurer insurer, SecretToken token, LockModeType lock) {
        // The owner is there: no account goes while a link refers to it.
        return entities.createQuery("select l from RecoveryLink l where l.tokenHash = :hash", RecoveryLink.class)
                .setParameter("hash", token.hash())
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .map(link -> new Held(link, entities.find(Account.class, link.accountId())))
                .filter(held -> held.owner().insurerId() == insurer.id());
    }
}
