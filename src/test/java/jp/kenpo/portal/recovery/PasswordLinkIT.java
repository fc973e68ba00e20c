package jp.kenpo.portal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.NewPassword;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SignIn;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The link that is sent for a forgotten password. */
@InContainer
class PasswordLinkIT {

    private static final RecoveryLinks.State WORTHLESS = new RecoveryLinks.State.Worthless();

    @Inject
    Forgetful forgetful;

    @Inject
    RecoveryLinks links;

    @Inject
    NewPassword newPassword;

    @Inject
    SignIn signIn;

    @Inject
    PasswordHashing hashing;

    @Inject
    Recorded recorded;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private final String confirmed = UUID.randomUUID() + "@member.example";
    private Account account;
    private CurrentInsurer insurer;

    @BeforeEach
    void aMemberWithAPasswordAndAConfirmedAddress() {
        account = forgetful.aMember(confirmed);
        insurer = visiting.insurerOf(account);
    }

    @Test
    void letsItsOwnerSetANewOneWhichEndsAllElse() throws Exception {
        SecretToken elsewhere = visiting.begin(account);
        askForLink();
        SecretToken link = forgetful.linkTo(confirmed, 1, insurer);
        clock.moveBy(Duration.ofMinutes(1));
        askForLink();
        SecretToken second = forgetful.linkTo(confirmed, 2, insurer);

        SecretToken visit = links.use(insurer, link).orElseThrow();
        assertThat(visiting.visit(account, visit).step()).isEqualTo(new SignInStep.NeedsPasswordReset());
        visit = setPassword(visit);

        assertThat(visiting.visit(account, visit).step()).isNotInstanceOf(SignInStep.NeedsPasswordReset.class);
        assertThat(visiting.visit(account, visit).caller()).isPresent();
        assertThat(visiting.visit(account, elsewhere).caller())
                .as("the visit elsewhere")
                .isEmpty();
        assertThat(links.look(insurer, second)).as("the other link").isEqualTo(WORTHLESS);
        assertThat(signIn.withPassword(
                        insurer, account.userId(), "Anotherpass2026", NetworkAddress.of("192.0.2.7"), ""))
                .isInstanceOf(Proving.Proved.class);
        assertThat(forgetful.mailTo(confirmed, 3).getSubject()).isEqualTo("【試験健康保険組合】パスワードが設定されました");
        assertThat(recorded.of(account.id()))
                .contains(
                        AuditEvent.RECOVERY_ANSWERED,
                        AuditEvent.RECOVERY_LINK_USED,
                        AuditEvent.PASSWORD_CHANGED,
                        AuditEvent.SIGNED_OUT_EVERYWHERE);
    }

    /** A form can be sent as slowly as one likes: what was allowed when it began may not be when it ends. */
    @Test
    @Tag("ASVS-6.4.3")
    void setsNoPasswordWhereASecondFactorWasSetUpMeanwhile() throws Exception {
        askForLink();
        SecretToken visit =
                links.use(insurer, forgetful.linkTo(confirmed, 1, insurer)).orElseThrow();
        Caller slow = visiting.caller(account, visit);
        setUpSecondFactor();

        assertThat(newPassword.set(insurer, slow, hashing.hash("Anotherpass2026"), false))
                .isEqualTo(new Proving.Overtaken());
        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.PASSWORD_CHANGED);
    }

    private void setUpSecondFactor() {
        transactions.change(
                "insert into totp_device (id, account_id, name, sealed_secret, created_at, confirmed_at, last_step, drift)"
                        + " values (nextval('id_sequence'), ?1, 'x', ?2, current_timestamp, current_timestamp, 0, 0)",
                account.id(),
                new byte[] {1});
    }

    @Test
    @Tag("ASVS-6.4.3")
    void goesNotRoundTheSecondFactor() throws Exception {
        setUpSecondFactor();
        askForLink();

        SecretToken visit =
                links.use(insurer, forgetful.linkTo(confirmed, 1, insurer)).orElseThrow();

        assertThat(visiting.visit(account, visit).step()).isInstanceOf(SignInStep.NeedsSecondFactor.class);
        clock.moveBy(Duration.ofMinutes(10));
        assertThat(visiting.visit(account, visit).step()).isInstanceOf(SignInStep.NeedsPassword.class);
    }

    @Test
    @Tag("ASVS-6.5.5")
    void diesAfterThirtyMinutes() throws Exception {
        askForLink();
        SecretToken link = forgetful.linkTo(confirmed, 1, insurer);

        clock.moveBy(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(links.look(insurer, link)).isEqualTo(new RecoveryLinks.State.Good(account.userId()));
        clock.moveBy(Duration.ofSeconds(1));

        assertThat(links.look(insurer, link)).isEqualTo(WORTHLESS);
        assertThat(links.use(insurer, link)).isEmpty();
    }

    @Test
    @Tag("ASVS-6.5.1")
    void beginsOneVisitHoweverOftenItIsUsedAtOnce() throws Exception {
        askForLink();
        SecretToken link = forgetful.linkTo(confirmed, 1, insurer);

        List<Optional<SecretToken>> visits = OwnRequests.atOnce(20, () -> links.use(insurer, link));

        assertThat(visits.stream().distinct()).as("each a repeat of the first").hasSize(1);
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.RECOVERY_LINK_USED);
        clock.moveBy(Duration.ofSeconds(10));
        assertThat(links.use(insurer, link)).isEmpty();
    }

    /** Strangers' guesses, and his own: with a new password he need not wait for them. */
    @Test
    void endsTheWaitsForThePasswordWhereverTheyAre() throws Exception {
        String own = UUID.randomUUID().toString();
        visiting.signInFully(account, own);
        for (String device : List.of("", own)) {
            for (int i = 0; i < 5; i++) {
                signIn.withPassword(insurer, account.userId(), "wrong", NetworkAddress.of("192.0.2.7"), device);
            }
        }
        askForLink();

        setPassword(links.use(insurer, forgetful.linkTo(confirmed, 1, insurer)).orElseThrow());

        for (String device : List.of("", own)) {
            assertThat(signIn.withPassword(
                            insurer, account.userId(), "Anotherpass2026", NetworkAddress.of("192.0.2.7"), device))
                    .isInstanceOf(Proving.Proved.class);
        }
    }

    @Test
    void isNothingAtAnotherInsurersHost() throws Exception {
        askForLink();
        CurrentInsurer other = visiting.insurerOf(given.anAccount());
        SecretToken link = forgetful.linkTo(confirmed, 1, insurer);

        assertThat(links.look(other, link)).isEqualTo(WORTHLESS);
        assertThat(links.use(other, link)).isEmpty();
        assertThat(links.look(insurer, link)).isEqualTo(new RecoveryLinks.State.Good(account.userId()));
    }

    @Test
    @Tag("ASVS-6.5.2")
    void canBeReadNowhereInTheDatabase() throws Exception {
        askForLink();
        SecretToken link = forgetful.linkTo(confirmed, 1, insurer);

        assertThat(transactions.rows("select token_hash from recovery_link where account_id = ?1", account.id()))
                .hasSize(1)
                .asString()
                .isEqualTo("[" + link.hash() + "]");
    }

    private SecretToken setPassword(SecretToken visit) {
        Proving outcome =
                newPassword.set(insurer, visiting.caller(account, visit), hashing.hash("Anotherpass2026"), false);
        return ((Proving.Proved) outcome).token();
    }

    private void askForLink() {
        assertThat(forgetful.askForLink(insurer, account.userId())).isEmpty();
    }
}
