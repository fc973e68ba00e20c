package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class PreferredMethodIT {

    @Inject
    PreferredMethod preferredMethod;

    @Inject
    Accounts accounts;

    @Inject
    AuthenticatorApp app;

    @Inject
    Visiting visiting;

    @Inject
    Recorded recorded;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;
    private Caller caller;

    @BeforeEach
    void aMemberWithAnAppWhoHasJustSignedIn() {
        account = given.anAccount();
        caller = visiting.beginWith(account, app.setUpBefore(account));
    }

    @Test
    void whatHeWantsIsAskedForFirst() {
        Change outcome = choose(SecondFactorMethod.OTP);

        assertThat(outcome).isEqualTo(new Change.Made());
        assertThat(method()).contains(SecondFactorMethod.OTP);
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.PREFERRED_METHOD_CHANGED);
    }

    @Test
    void aSecondClickIsRecordedOnce() {
        choose(SecondFactorMethod.OTP);

        assertThat(choose(SecondFactorMethod.OTP)).isEqualTo(new Change.Made());
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.PREFERRED_METHOD_CHANGED);
    }

    @Test
    void nobodyIsAskedForWhatHeDoesNotHave() {
        assertThat(choose(SecondFactorMethod.PASSKEY)).isEqualTo(new Change.Refused(Refusal.of("method.missing")));
        assertThat(preferredMethod.choose(caller, Optional.empty()))
                .isEqualTo(new Change.Refused(Refusal.of("method.missing")));
        assertThat(method()).isEmpty();
    }

    @Test
    @Tag("ASVS-7.5.1")
    void nothingChangesWhereTheSecondFactorWasShownFiveMinutesAgo() {
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(choose(SecondFactorMethod.OTP)).isEqualTo(new Change.NotNow());
        assertThat(method()).isEmpty();
    }

    /** It makes nothing weaker. */
    @Test
    void noMailIsSentAboutIt() {
        transactions.change(
                "update member set roster_email = 'taro@roster.example' where id = ?1",
                account.memberId().orElseThrow());

        choose(SecondFactorMethod.OTP);

        assertThat(transactions.rows("select template from outgoing_mail where insurer_id = ?1", account.insurerId()))
                .isEmpty();
    }

    private Change choose(SecondFactorMethod method) {
        return preferredMethod.choose(caller, Optional.of(method));
    }

    private Optional<SecondFactorMethod> method() {
        return accounts.find(account.id()).orElseThrow().account().method();
    }
}
