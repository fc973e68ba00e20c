package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.CountedHashing;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.PasswordRehash;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Statements;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.SecretToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class PasswordRehashIT {

    private static final String OWN = "password";

    /** The same password with weaker parameters. Source: P-H-C/phc-winner-argon2, src/test.c. */
    private static final String WEAKER =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Inject
    SignIn signIn;

    @Inject
    PasswordRehash rehash;

    @Inject
    CountedHashing hashing;

    @Inject
    Accounts accounts;

    @Inject
    Visiting visiting;

    @Inject
    Statements statements;

    @Inject
    Transactions transactions;

    @Inject
    Given given;

    private Insurer insurer;
    private Account account;

    @BeforeEach
    void anAccountWithAPasswordOfOldenTimes() {
        insurer = given.anInsurer();
        account = given.anAccount(insurer, "testuser");
        store(WEAKER);
    }

    @Test
    void aLoginBringsTheHashToTodaysParameters() {
        Proving first = tryWith(OWN);
        String stored = stored();
        Proving second = tryWith(OWN);

        assertThat(first).isInstanceOf(Proving.Proved.class);
        assertThat(stored).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(second).isInstanceOf(Proving.Proved.class);
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void whoIsSignedInStaysSignedIn() {
        SecretToken earlier = visiting.begin(account);

        tryWith(OWN);

        assertThat(visiting.visit(account, earlier).caller()).isPresent();
    }

    @Test
    void aHashOfTodaysParametersIsNotTouched() {
        store(hashing.hash(OWN).phc());
        String before = stored();

        List<String> asked = statements.of(() -> tryWith(OWN));

        assertThat(stored()).isEqualTo(before);
        assertThat(asked).isNotEmpty().noneMatch(sql -> sql.startsWith("update account"));
    }

    @Test
    void aWrongPasswordChangesNothing() {
        Proving outcome = tryWith("passwort");

        assertThat(outcome).isEqualTo(Proving.refused("password.wrong"));
        assertThat(stored()).isEqualTo(WEAKER);
    }

    @Test
    void theInitialPasswordStaysStoredNowhere() {
        store(null);

        Proving outcome = tryWith(given.resetPassword(account));

        assertThat(outcome).isInstanceOf(Proving.Proved.class);
        assertThat(stored()).isNull();
    }

    @Test
    void aPasswordThatWasChangedMeanwhileStays() throws Exception {
        Account checked = accounts.find(account.id()).orElseThrow().account();
        Optional<PasswordRehash.Rehashed> rehashed = rehash.of(checked, OWN);
        String changed = hashing.hash("kumo47xq").phc();
        store(changed);

        transactions.commit(() -> rehash.store(rehashed.orElseThrow()));

        assertThat(stored()).isEqualTo(changed);
        assertThat(new PasswordHash(changed).matches("kumo47xq")).isTrue();
    }

    private Proving tryWith(String password) {
        return signIn.withPassword(
                visiting.insurer(insurer.id()), account.userId(), password, NetworkAddress.of("192.0.2.7"), "");
    }

    private void store(String hash) {
        transactions.change("update account set password_hash = ?1 where id = ?2", hash, account.id());
    }

    private String stored() {
        return (String) transactions
                .rows("select password_hash from account where id = ?1", account.id())
                .get(0);
    }
}
