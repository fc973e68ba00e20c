package jp.kenpo.portal.firstlogin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.Passkey;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Issued;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class PasskeySetupIT {

    private static final String BROWSER = "by-this-the-browser-is-known";

    @Inject
    PasskeySetup setup;

    @Inject
    Passkeys passkeys;

    @Inject
    Accounts accounts;

    @Inject
    Transactions transactions;

    @Inject
    Visiting visiting;

    @Inject
    Recorded recorded;

    @Inject
    Given given;

    @Inject
    MovableClock clock;

    private Account account;
    private CurrentInsurer insurer;
    private SoftwareAuthenticator device;

    @BeforeEach
    void aMemberWithADevice() {
        account = given.anAccount();
        insurer = visiting.insurerOf(account);
        device = SoftwareAuthenticator.at(RelyingParty.of(insurer));
    }

    @Test
    void aPasskeyIsKeptAndIsTheSecondFactorOfTheVisit() {
        Proving outcome = confirm(visiting.beginAsCaller(account), device);

        Caller after = visiting.caller(account, ((Proving.Proved) outcome).token());
        Passkey passkey = passkeys.of(account.id()).get(0);
        assertThat(passkey.name()).isEqualTo("iPhone");
        assertThat(after.evidence().proofs()).contains(new Proof.PasskeyRegistration(passkey.id(), clock.instant()));
        assertThat(after.evidence().newPasskey()).contains(passkey.id());
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.PASSKEY_ADDED);
    }

    @Test
    void theBrowserIsAskedForAPasskeyThatSignsInAlone() {
        Caller caller = visiting.beginAsCaller(account);
        confirm(caller, device);

        JsonObject options = setup.options(insurer, caller, BROWSER).getJsonObject("publicKey");

        JsonObject selection = options.getJsonObject("authenticatorSelection");
        JsonObject user = options.getJsonObject("user");
        assertThat(options.getString("attestation")).isEqualTo("none");
        assertThat(selection.getString("residentKey")).isEqualTo("required");
        assertThat(selection.getString("userVerification")).isEqualTo("required");
        assertThat(options.getJsonArray("pubKeyCredParams").getValuesAs(JsonValue::asJsonObject))
                .extracting(one -> one.getInt("alg"))
                .containsExactly(-8, -7, -257);
        assertThat(options.getJsonObject("rp").getString("id"))
                .isEqualTo(insurer.origin().relyingPartyId());
        assertThat(Base64.getUrlDecoder().decode(user.getString("id"))).hasSize(64);
        assertThat(user.getString("name")).isEqualTo("testuser");
        assertThat(options.getJsonObject("extensions").getBoolean("credProps")).isTrue();
        assertThat(options.getJsonArray("excludeCredentials").getValuesAs(JsonValue::asJsonObject))
                .extracting(one -> one.getString("id"))
                .containsExactly(passkeys.of(account.id()).get(0).credentialId());
    }

    @Test
    void theSecondClickIsAnsweredAsTheFirst() {
        Caller caller = visiting.beginAsCaller(account);
        PasskeyAnswer answer = device.create(challenge(caller), BROWSER);

        Proving first = setup.confirm(insurer, caller, answer, "iPhone");
        Proving second = setup.confirm(insurer, caller, answer, "iPhone");

        assertThat(second).isEqualTo(first).isInstanceOf(Proving.Proved.class);
        assertThat(passkeys.of(account.id())).hasSize(1);
    }

    @Test
    void aRefusedOneLeavesNothingBehindAndMayBeTriedAgain() {
        Caller caller = visiting.beginAsCaller(account);
        PasskeyAnswer ofAnotherBrowser = device.create(challenge(caller), "another-browser");

        Proving refused = setup.confirm(insurer, caller, ofAnotherBrowser, "iPhone");

        assertThat(refused).isEqualTo(Proving.refused("passkey.stale"));
        assertThat(passkeys.of(account.id())).isEmpty();
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.PASSKEY_SETUP_REFUSED);
        assertThat(confirm(caller, device)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void eachFurtherOneGetsANameOfItsOwn() {
        Caller caller = visiting.beginAsCaller(account);
        for (int i = 0; i < 30; i++) {
            SoftwareAuthenticator next = SoftwareAuthenticator.at(RelyingParty.of(insurer));
            Proving outcome = confirm(caller, next);
            // Thirty in one visit: its row holds the latest proof of each kind, not all of them.
            caller = visiting.caller(account, ((Proving.Proved) outcome).token());
        }

        assertThat(passkeys.of(account.id()))
                .extracting(Passkey::name)
                .contains("iPhone", "iPhone 2", "iPhone 30")
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyRenamesThePasskeyOfAnother() {
        confirm(visiting.beginAsCaller(account), device);
        Passkey passkey = passkeys.of(account.id()).get(0);
        Account other = given.anAccount();

        setup.rename(visiting.beginAsCaller(other), passkey.id(), new DeviceName("わたしのもの"));
        assertThat(passkeys.of(account.id())).extracting(Passkey::name).isEqualTo(List.of("iPhone"));

        setup.rename(visiting.beginAsCaller(account), passkey.id(), new DeviceName("太郎のスマホ"));
        assertThat(passkeys.of(account.id())).extracting(Passkey::name).isEqualTo(List.of("太郎のスマホ"));
    }

    /** A form can be sent so slowly that its right is over when its last letter comes in. */
    @Test
    void whoMayNoLongerAddOneAddsNone() {
        Caller slow = visiting.beginAsCaller(account);
        SoftwareAuthenticator strange = SoftwareAuthenticator.at(RelyingParty.of(insurer));
        PasskeyAnswer answer = strange.create(challenge(slow), BROWSER);
        confirm(visiting.beginAsCaller(account), device);

        assertThat(setup.confirm(insurer, slow, answer, "iPhone")).isInstanceOf(Proving.Overtaken.class);
        assertThat(passkeys.of(account.id())).hasSize(1);
    }

    @Test
    void whoWasSignedOutMeanwhileAddsNone() throws Exception {
        Caller slow = visiting.beginAsCaller(account);
        PasskeyAnswer answer = device.create(challenge(slow), BROWSER);
        transactions.commit(() -> accounts.lock(account.id()).endSessions());

        assertThat(setup.confirm(insurer, slow, answer, "iPhone")).isInstanceOf(Proving.Overtaken.class);
        assertThat(passkeys.of(account.id())).isEmpty();
    }

    @Test
    void whoseProofIsNoLongerFreshAddsNone() {
        Proving first = confirm(visiting.beginAsCaller(account), device);
        Caller slow = visiting.caller(account, ((Proving.Proved) first).token());
        clock.moveBy(Duration.ofMinutes(4));
        PasskeyAnswer answer =
                SoftwareAuthenticator.at(RelyingParty.of(insurer)).create(challenge(slow), BROWSER);
        clock.moveBy(Duration.ofMinutes(1));

        assertThat(setup.confirm(insurer, slow, answer, "iPhone")).isInstanceOf(Proving.Overtaken.class);
        assertThat(passkeys.of(account.id())).hasSize(1);
    }

    /** Letters beyond the first plane of Unicode, which H2 counts as two. */
    @Test
    void aNameMayHaveThirtyLettersWhateverTheyAre() {
        confirm(visiting.beginAsCaller(account), device);
        DeviceName longest = new DeviceName("𠮷".repeat(DeviceName.LONGEST));

        setup.rename(
                visiting.beginAsCaller(account),
                passkeys.of(account.id()).get(0).id(),
                longest);

        assertThat(passkeys.of(account.id())).extracting(Passkey::name).isEqualTo(List.of(longest.value()));
    }

    private Proving confirm(Caller caller, SoftwareAuthenticator with) {
        return setup.confirm(insurer, caller, with.create(challenge(caller), BROWSER), "iPhone");
    }

    private Issued challenge(Caller caller) {
        JsonObject options = setup.options(insurer, caller, BROWSER);
        return new Issued(options.getJsonObject("publicKey").getString("challenge"), options.getString("sealed"));
    }
}
