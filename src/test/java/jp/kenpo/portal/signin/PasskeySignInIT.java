package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import jp.kenpo.portal.secondfactor.PasskeyCeremonies;
import jp.kenpo.portal.secondfactor.PasskeyChallenges;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Bond;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Ceremony;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Issued;
import jp.kenpo.portal.secondfactor.PasskeyCheck;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InContainer
class PasskeySignInIT {

    private static final String BROWSER = "by-this-the-browser-is-known";

    @Inject
    PasskeySignIn signIn;

    @Inject
    PasskeyCeremonies ceremonies;

    @Inject
    PasskeyChallenges challenges;

    @Inject
    Passkeys passkeys;

    @Inject
    Accounts accounts;

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
    private CurrentInsurer insurer;
    private SoftwareAuthenticator device;

    @BeforeEach
    void aMemberWithAPasskey() throws Exception {
        account = given.anAccount();
        insurer = visiting.insurerOf(account);
        device = deviceOf(account, insurer);
    }

    private SoftwareAuthenticator deviceOf(Account owner, CurrentInsurer at) throws Exception {
        RelyingParty relyingParty = RelyingParty.of(at);
        SoftwareAuthenticator made = SoftwareAuthenticator.at(relyingParty);
        Bond bond = new Bond(Ceremony.REGISTRATION, relyingParty, BROWSER, Optional.of(owner.id()));
        transactions.commit(() -> {
            accounts.lock(owner.id());
            made.belongTo(passkeys.userHandle(owner.id()));
            assertThat(ceremonies.register(made.create(challenges.issue(bond), BROWSER), bond, "iPhone"))
                    .isInstanceOf(PasskeyCheck.Passed.class);
        });
        return made;
    }

    @Test
    void aloneItBeginsAVisitInWhichNothingIsLeftToProve() {
        Proving outcome = signIn.alone(insurer, device.get(challenge(Optional.empty()), BROWSER));

        Visit visit = visiting.visit(account, ((Proving.Proved) outcome).token());
        long passkeyId = passkeys.of(account.id()).get(0).id();
        assertThat(visit.caller().orElseThrow().evidence().proofs())
                .containsExactly(new Proof.PasskeyAssertion(passkeyId, clock.instant()));
        assertThat(visit.step()).isEqualTo(new SignInStep.NeedsBirthDate());
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.PASSKEY_PROVED);
    }

    @Test
    void afterThePasswordItRaisesTheVisit() {
        Caller caller = visiting.beginAsCaller(account);

        Proving outcome = signIn.afterPassword(insurer, caller, device.get(challenge(Optional.of(caller)), BROWSER));

        Caller after = visiting.caller(account, ((Proving.Proved) outcome).token());
        assertThat(after.evidence().secondFactorAt()).contains(clock.instant());
        assertThat(after.evidence().password()).isPresent();
        assertThat(recorded.of(account.id())).containsExactly(AuditEvent.SECOND_FACTOR_PROVED);
    }

    @Test
    void afterThePasswordItIsAskedForFirst() {
        Caller caller = visiting.beginAsCaller(account);

        assertThat(visiting.visit(account, visiting.begin(account)).step())
                .isEqualTo(new SignInStep.NeedsSecondFactor(SecondFactorMethod.PASSKEY));
        assertThat(caller.facts().secondFactors()).containsExactly(SecondFactorMethod.PASSKEY);
    }

    @Test
    void theBrowserIsAskedForTheMembersOwnPasskeysOnly() throws Exception {
        Account other = given.anAccount(given.anInsurer(), "taro1980");
        deviceOf(other, visiting.insurerOf(other));
        Caller caller = visiting.beginAsCaller(account);

        JsonObject known = signIn.options(insurer, Optional.of(caller), BROWSER).getJsonObject("publicKey");
        JsonObject unknown = signIn.options(insurer, Optional.empty(), BROWSER).getJsonObject("publicKey");

        assertThat(known.getJsonArray("allowCredentials").getValuesAs(JsonValue::asJsonObject))
                .extracting(one -> one.getString("id"))
                .containsExactly(passkeys.of(account.id()).get(0).credentialId());
        assertThat(unknown.getJsonArray("allowCredentials")).isEmpty();
        assertThat(unknown.getString("userVerification")).isEqualTo("required");
        assertThat(unknown.getString("rpId")).isEqualTo(insurer.origin().relyingPartyId());
    }

    @Test
    void aPasskeyOfAnotherInsurerIsRefused() throws Exception {
        Account other = given.anAccount(given.anInsurer(), "testuser");
        SoftwareAuthenticator elsewhere = deviceOf(other, visiting.insurerOf(other));

        Proving outcome = signIn.alone(insurer, elsewhere.get(challenge(Optional.empty()), BROWSER));

        assertThat(outcome).isEqualTo(Proving.refused("passkey.foreign-key"));
        assertThat(recorded.ofNobodyAt(insurer.id())).containsExactly(AuditEvent.PASSKEY_REFUSED);
        assertThat(recorded.of(other.id())).isEmpty();
    }

    @Test
    void whoseMembershipHasEndedIsLetNoFurther() {
        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2",
                LocalDate.ofInstant(clock.instant(), Clocks.JAPAN),
                account.memberId().orElseThrow());

        Proving outcome = signIn.alone(insurer, device.get(challenge(Optional.empty()), BROWSER));

        assertThat(visiting.visit(account, ((Proving.Proved) outcome).token()).step())
                .isEqualTo(new SignInStep.MembershipEnded());
        assertThat(recorded.of(account.id()))
                .containsExactly(AuditEvent.PASSKEY_PROVED, AuditEvent.MEMBERSHIP_ENDED_REFUSED);
    }

    @Test
    void theSecondClickAfterThePasswordIsAnsweredAsTheFirst() {
        Caller caller = visiting.beginAsCaller(account);
        PasskeyAnswer answer = device.get(challenge(Optional.of(caller)), BROWSER);

        Proving first = signIn.afterPassword(insurer, caller, answer);
        Proving second = signIn.afterPassword(insurer, caller, answer);

        assertThat(second).isEqualTo(first).isInstanceOf(Proving.Proved.class);
    }

    private Issued challenge(Optional<Caller> caller) {
        JsonObject options = signIn.options(insurer, caller, BROWSER);
        return new Issued(options.getJsonObject("publicKey").getString("challenge"), options.getString("sealed"));
    }
}
