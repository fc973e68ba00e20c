package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;

/** Members on their visits, as the mechanism would find them. */
@ApplicationScoped
public class Visiting {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    Visits visits;

    @Inject
    FullSignIn fullSignIn;

    @Inject
    SecondFactor secondFactor;

    @Inject
    AuthenticatorApp app;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** The insurer of an account. */
    public CurrentInsurer insurerOf(Account account) {
        return insurer(account.insurerId());
    }

    /** The insurer with this number. */
    public CurrentInsurer insurer(long id) {
        return visit(id, "").insurer();
    }

    /** The token of a visit that begins now with the account's password. */
    public SecretToken begin(Account account) {
        try {
            return transactions.commit(() -> {
                Account present = accounts.lock(account.id());
                boolean initial = present.passwordHash().isEmpty();
                return sessions.open(present, new Proof.Password(initial, clock.instant()));
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever begins a visit now with the account's password. */
    public Caller beginAsCaller(Account account) {
        SecretToken token = begin(account);
        return caller(account, token);
    }

    /** Whoever has just signed in with the account's password and the code that this device shows now. */
    public Caller beginWith(Account account, TotpDevice device) {
        return caller(account, proveSecondFactor(account, begin(account), device));
    }

    /** One of the staff who has just signed in with a password of his own and a second factor. */
    public Caller atWork(Account colleague) {
        transactions.change(
                "update account set password_hash = '$argon2id$v=19$m=7168,t=5,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA' where id = ?1",
                colleague.id());
        return beginWith(colleague, app.setUpBefore(colleague));
    }

    /** A visit that goes on with the code that this device shows now. */
    public SecretToken proveSecondFactor(Account account, SecretToken visit, TotpDevice device) {
        OneTimePassword code = new OneTimePassword(app.codeOf(device));
        Proving proved =
                secondFactor.withCode(insurerOf(account), caller(account, visit), device, code, Optional.empty());
        return ((Proving.Proved) proved).token();
    }

    /** As if the member had signed in fully with this device. */
    public void signInFully(Account account, String mark) {
        fullSignIn.note(insurerOf(account), beginAsCaller(account), mark);
    }

    /** The caller whom the token shows at the account's insurer. */
    public Caller caller(Account account, SecretToken token) {
        return visit(account.insurerId(), token.hash()).caller().orElseThrow();
    }

    /** The visit of the token at the account's insurer. */
    public Visit visit(Account account, SecretToken token) {
        return visit(account.insurerId(), token.hash());
    }

    /** The visit of the token at an insurer. */
    public Visit visit(long insurerId, String tokenHash) {
        String authority = entities.createQuery(
                        "select o.authority from InsurerOrigin o where o.insurerId = :insurer", String.class)
                .setParameter("insurer", insurerId)
                .getSingleResult();
        return visits.find(authority, tokenHash).orElseThrow();
    }

    /** Has it take two of an insurer's staff to let somebody into an account. */
    public CurrentInsurer whereTwoHelp(Insurer insurer) {
        return where("help_approval = 'TWO'", insurer);
    }

    /** Has an insurer print initial passwords in its letters. */
    public CurrentInsurer whereLettersTell(Insurer insurer) {
        return where("initial_password = 'LETTER'", insurer);
    }

    private CurrentInsurer where(String policy, Insurer insurer) {
        transactions.change("update insurer_policy set " + policy + " where insurer_id = ?1", insurer.id());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", insurer.id());
        return insurer(insurer.id());
    }
}
