package jp.kenpo.portal.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;

/**
 * The codes that members read to staff. They go that way round, from the member's screen to the staff's, so that staff
 * are told nothing by which somebody could get in (ASVS 6.4.6): the code is worth nothing but on their own page.
 */
@ApplicationScoped
public class DeskCodes {

    private static final int DIGITS = 6;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Accounts accounts;

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

    /** Makes a code for a caller's visit; the one that he can still read stays. */
    @Transactional
    void show(Caller caller) {
        Account account = accounts.lock(caller.accountId());
        if (!(sessions.hold(caller) instanceof Held.Current) || !(look(caller) instanceof State.None)) {
            return;
        }
        DeskCode code = find(account.id()).orElseGet(() -> {
            DeskCode first = new DeskCode(account.id());
            entities.persist(first);
            return first;
        });
        byte[] sealed = secretBox.seal(chance.digits(DIGITS), DeskCode.place(account.id()));
        code.write(caller.sessionId(), sealed, clock.instant());
        audit.record(AuditEvent.DESK_CODE_SHOWN, account.insurerId(), account.id());
    }

    /** What a caller can do on his page now. */
    sealed interface State {
        /** He has to have a code shown. */
        record None() implements State {}

        /** He reads it to staff. */
        record Shown(String code) implements State {}

        /** Staff took it, so he may go on. */
        record Taken() implements State {}
    }

    /** What a caller can do now. */
    State look(Caller caller) {
        Instant now = clock.instant();
        Optional<DeskCode> code = find(caller.accountId()).filter(one -> one.isOf(caller.sessionId()));
        if (code.filter(one -> one.isConfirmed(now)).isPresent()) {
            return new State.Taken();
        }
        return code.filter(one -> one.isAwaited(now))
                .<State>map(one -> new State.Shown(open(caller.accountId(), one)))
                .orElseGet(State.None::new);
    }

    /** Uses the code of a caller up whose account is locked; false where staff have not taken it. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean use(Caller caller) {
        boolean taken = look(caller) instanceof State.Taken;
        if (taken) {
            find(caller.accountId()).ifPresent(entities::remove);
        }
        return taken;
    }

    /** What became of a code that staff entered. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** The member has none on his screen, or has it for too long. */
        NOT_AWAITED
    }

    /** Takes a code that staff entered for an account that is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Verdict confirm(Account account, String typed) {
        Optional<DeskCode> code = find(account.id()).filter(one -> one.isAwaited(clock.instant()));
        if (code.isEmpty()) {
            return Verdict.NOT_AWAITED;
        }
        byte[] right = open(account.id(), code.get()).getBytes(UTF_8);
        if (!MessageDigest.isEqual(right, typed.getBytes(UTF_8))) {
            return Verdict.WRONG;
        }
        code.get().confirm(clock.instant());
        return Verdict.RIGHT;
    }

    private Optional<DeskCode> find(long accountId) {
        return Optional.ofNullable(entities.find(DeskCode.class, accountId));
    }

    private String open(long accountId, DeskCode code) {
        return secretBox.open(code.sealedCode(), DeskCode.place(accountId));
    }
}
