package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Bond;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Ceremony;
import jp.kenpo.portal.signin.Leavings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

@InContainer
class PasskeyCeremoniesIT {

    private static final String BROWSER = "by-this-the-browser-is-known";

    @Inject
    Leavings leavings;

    @Inject
    PasskeyCeremonies ceremonies;

    @Inject
    PasskeyChallenges challenges;

    @Inject
    Passkeys passkeys;

    @Inject
    Accounts accounts;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    /** A member with his device. */
    private record Member(Account account, RelyingParty relyingParty, SoftwareAuthenticator device) {

        Bond registration() {
            return new Bond(Ceremony.REGISTRATION, relyingParty, BROWSER, Optional.of(account.id()));
        }

        /** After his password. */
        Bond known() {
            return new Bond(Ceremony.SIGN_IN, relyingParty, BROWSER, Optional.of(account.id()));
        }

        /** On the login page. */
        Bond unknown() {
            return new Bond(Ceremony.SIGN_IN, relyingParty, BROWSER, Optional.empty());
        }
    }

    @Test
    void aPasskeySignsItsMemberInAloneAndAfterThePassword() throws Exception {
        Member member = aMemberWithAPasskey();

        assertThat(signIn(member, member.known())).isEqualTo("accepted");
        assertThat(signIn(member, member.unknown())).isEqualTo("accepted");
    }

    @Test
    void aChallengeWorksOnceEvenForTwoHundredAtOnce() throws Exception {
        Member member = aMemberWithAPasskey();
        PasskeyAnswer answer = answer(member, member.known());

        List<String> outcomes = AtOnce.from(200, () -> signIn(answer, member.known()));

        assertThat(Collections.frequency(outcomes, "accepted")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "STALE")).isEqualTo(199);
    }

    @Test
    void aChallengeWorksForFiveMinutes() throws Exception {
        Member member = aMemberWithAPasskey();
        PasskeyAnswer soon = answer(member, member.known());
        clock.moveBy(Duration.ofMinutes(5).minusMillis(1));
        assertThat(signIn(soon, member.known())).isEqualTo("accepted");

        PasskeyAnswer late = answer(member, member.known());
        clock.moveBy(Duration.ofMinutes(5));
        assertThat(signIn(late, member.known())).isEqualTo("STALE");
    }

    @Test
    void aUsedChallengeIsRefusedAlsoWhenItIsForgotten() throws Exception {
        Member member = aMemberWithAPasskey();
        PasskeyAnswer answer = answer(member, member.known());
        assertThat(signIn(answer, member.known())).isEqualTo("accepted");
        clock.moveBy(Duration.ofMinutes(6));
        leavings.sweep(Leavings.Leaving.CHALLENGES);

        assertThat(signIn(answer, member.known())).isEqualTo("STALE");
    }

    @Test
    void aChallengeIsBoundToBrowserHostCeremonyAndAccount() throws Exception {
        Member member = aMemberWithAPasskey();
        Member other = aMemberWithAPasskey();
        Bond own = member.known();
        List<Bond> foreign = List.of(
                new Bond(own.ceremony(), own.relyingParty(), "another-browser", own.accountId()),
                new Bond(own.ceremony(), other.relyingParty(), own.browser(), own.accountId()),
                new Bond(Ceremony.REGISTRATION, own.relyingParty(), own.browser(), own.accountId()),
                new Bond(
                        own.ceremony(),
                        own.relyingParty(),
                        own.browser(),
                        other.known().accountId()),
                member.unknown());

        for (Bond bond : foreign) {
            PasskeyAnswer answer = answer(member, bond);

            assertThat(signIn(answer, own)).as(bond.toString()).isEqualTo("STALE");
        }
    }

    @Test
    void aChallengeThatWasNotSealedHereIsRefused() throws Exception {
        Member member = aMemberWithAPasskey();
        PasskeyAnswer right = answer(member, member.known());
        byte[] altered = Base64.getUrlDecoder().decode(right.challenge());
        altered[altered.length / 2] ^= 1;

        for (String sealed :
                List.of("", "x", "!", "AAAA", "A".repeat(100_000), SoftwareAuthenticator.base64Url(altered))) {
            PasskeyAnswer forged = new PasskeyAnswer(sealed, right.credential(), "", BROWSER);

            assertThat(signIn(forged, member.known())).isEqualTo("STALE");
        }
        assertThat(signIn(right, member.known()))
                .as("a refusal uses nothing up")
                .isEqualTo("accepted");
    }

    /** WebAuthn L3 § 7.1 step 26. */
    @Test
    void aCredentialIdThatAnybodyHasIsNotRegisteredAgain() throws Exception {
        Member member = aMemberWithAPasskey();
        Member other = aMember();
        other.device().credentialId = member.device().credentialId;

        assertThat(register(other)).isEqualTo("INVALID");
        assertThat(passkeys.of(other.account().id())).isEmpty();
    }

    @Test
    void ofMembersWhoBringTheSameCredentialIdAtOnceOneIsTaken() throws Exception {
        byte[] credentialId = SoftwareAuthenticator.sha256("the same".getBytes(UTF_8));
        List<Callable<String>> registrations = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Member member = aMember();
            member.device().credentialId = credentialId;
            registrations.add(() -> register(member));
        }

        List<String> outcomes = AtOnce.all(registrations);

        assertThat(Collections.frequency(outcomes, "accepted")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "INVALID")).isEqualTo(9);
    }

    /** The words for them are the browser's (WebAuthn L3 § 5.8.4), and anybody can write a browser. */
    @Test
    void transportsThatCannotBeAnyAreNotKept() throws Exception {
        Member member = aMember();
        member.device().credential = credential -> {
            ArrayNode transports = credential.withArray("/response/transports");
            transports.add("x".repeat(500)).add("a,b").add("").add("usb");
            IntStream.range(0, 1_000)
                    .forEach(i -> transports.add("aa-" + "abcdefghij".charAt(i % 10) + "k".repeat(i % 9)));
            return credential;
        };

        assertThat(register(member)).isEqualTo("accepted");
        assertThat(passkeys.of(member.account().id()).get(0).transports())
                .contains("internal", "hybrid", "usb")
                .doesNotContain("x".repeat(500), "a,b", "a", "")
                .hasSize(6);
    }

    /** WebAuthn L3 § 7.2 steps 5 and 6. */
    @Test
    void afterThePasswordOnlyTheMembersOwnPasskeyIsTaken() throws Exception {
        Insurer insurer = given.anInsurer();
        Member member = aMemberWithAPasskey(insurer, "taro1980");
        Member other = aMemberWithAPasskey(insurer, "hanako80");
        PasskeyAnswer answer = answer(other, member.known());

        assertThat(signIn(answer, member.known())).isEqualTo("FOREIGN_KEY");
    }

    /** WebAuthn L3 § 7.2 step 6. */
    @Test
    void whoIsNotKnownMustSayWhoHeIsAndBeRight() throws Exception {
        Insurer insurer = given.anInsurer();
        Member member = aMemberWithAPasskey(insurer, "taro1980");
        Member other = aMemberWithAPasskey(insurer, "hanako80");
        String own = member.device().userHandle;

        member.device().userHandle = null;
        assertThat(signIn(member, member.unknown())).isEqualTo("FOREIGN_KEY");
        assertThat(signIn(member, member.known()))
                .as("after the password he need not say it")
                .isEqualTo("accepted");
        member.device().userHandle = other.device().userHandle;
        assertThat(signIn(member, member.unknown())).isEqualTo("FOREIGN_KEY");
        assertThat(signIn(member, member.known())).isEqualTo("FOREIGN_KEY");
        member.device().userHandle = own;
        assertThat(signIn(member, member.unknown())).isEqualTo("accepted");
    }

    /** Only of this one may a browser be told, so that it offers it no more. */
    @Test
    void aPasskeyThatNobodyHasIsUnknown() throws Exception {
        Member member = aMember();

        assertThat(signIn(member, member.unknown())).isEqualTo("UNKNOWN_KEY");
        assertThat(signIn(member, member.known())).isEqualTo("UNKNOWN_KEY");
    }

    @Test
    void aPasskeyOfAnotherInsurerIsForeignEvenUnderTheSameRelyingPartyId() throws Exception {
        Member member = aMemberWithAPasskey();
        Member elsewhere = aMember();
        RelyingParty shared = new RelyingParty(
                elsewhere.relyingParty().insurerId(),
                member.relyingParty().id(),
                member.relyingParty().origin(),
                "別の健康保険組合");
        Bond bond = new Bond(Ceremony.SIGN_IN, shared, BROWSER, Optional.empty());
        PasskeyAnswer answer = answer(member, bond);

        assertThat(signIn(answer, bond)).isEqualTo("FOREIGN_KEY");
    }

    /** WebAuthn L3 § 7.2 steps 22 and 24. */
    @Test
    void counterAndBackupStateAreKept() throws Exception {
        Member member = aMember();
        member.device().flags |= SoftwareAuthenticator.BACKUP_ELIGIBLE;
        assertThat(register(member)).isEqualTo("accepted");
        member.device().signCount = 40;
        member.device().flags |= SoftwareAuthenticator.BACKED_UP;
        assertThat(signIn(member, member.unknown())).isEqualTo("accepted");

        Passkey kept = passkeys.of(member.account().id()).get(0);

        assertThat(kept.signCount()).isEqualTo(41);
        assertThat(kept.isBackedUp()).isTrue();
        assertThat(kept.lastUsedAt()).isEqualTo(clock.instant());
        member.device().signCount = 20;
        assertThat(signIn(member, member.unknown())).isEqualTo("COUNTER_WENT_BACK");
    }

    @Test
    void whatTheBrowserReportsIsNoVerificationAndUsesNothingUp() throws Exception {
        Member member = aMemberWithAPasskey();
        PasskeyAnswer right = answer(member, member.known());

        assertThat(signIn(new PasskeyAnswer(right.challenge(), "", "NotAllowedError", BROWSER), member.known()))
                .isEqualTo("CANCELLED");
        assertThat(signIn(new PasskeyAnswer(right.challenge(), "", "<script>", BROWSER), member.known()))
                .isEqualTo("INVALID");
        assertThat(signIn(new PasskeyAnswer("", "", "", BROWSER), member.known()))
                .isEqualTo("NO_SCRIPT");
        assertThat(signIn(right, member.known())).isEqualTo("accepted");
    }

    @Test
    void anAnswerOfAMillionCharactersIsRefusedUnread() throws Exception {
        Member member = aMemberWithAPasskey();
        PasskeyAnswer right = answer(member, member.known());

        assertThat(signIn(new PasskeyAnswer(right.challenge(), " ".repeat(1_000_000), "", BROWSER), member.known()))
                .isEqualTo("INVALID");
    }

    @Test
    void aUserHandleIsSixtyFourBytesAndStaysTheSame() throws Exception {
        Member member = aMemberWithAPasskey();

        String again = transactions.commit(() -> {
            accounts.lock(member.account().id());
            return passkeys.userHandle(member.account().id());
        });

        assertThat(Base64.getUrlDecoder().decode(again)).hasSize(64);
        assertThat(again).isEqualTo(member.device().userHandle);
    }

    private Member aMemberWithAPasskey() throws Exception {
        return aMemberWithAPasskey(given.anInsurer(), "testuser");
    }

    private Member aMemberWithAPasskey(Insurer insurer, String userId) throws Exception {
        Member member = aMember(insurer, userId);
        assertThat(register(member)).isEqualTo("accepted");
        return member;
    }

    private Member aMember() throws Exception {
        return aMember(given.anInsurer(), "testuser");
    }

    private Member aMember(Insurer insurer, String userId) throws Exception {
        Account account = given.anAccount(insurer, userId);
        String origin = "http://" + given.authority(insurer);
        RelyingParty relyingParty =
                new RelyingParty(insurer.id(), insurer.code() + ".localhost", URI.create(origin), "試験健康保険組合");
        SoftwareAuthenticator device = SoftwareAuthenticator.at(relyingParty);
        device.belongTo(transactions.commit(() -> {
            accounts.lock(account.id());
            return passkeys.userHandle(account.id());
        }));
        return new Member(account, relyingParty, device);
    }

    private String register(Member member) throws Exception {
        PasskeyAnswer answer = member.device().create(challenges.issue(member.registration()), BROWSER);
        return outcome(transactions.commit(() -> ceremonies.register(answer, member.registration(), "iPhone")));
    }

    private String signIn(Member member, Bond bond) throws Exception {
        return signIn(answer(member, bond), bond);
    }

    private String signIn(PasskeyAnswer answer, Bond bond) throws Exception {
        return outcome(transactions.commit(() -> ceremonies.signIn(answer, bond)));
    }

    /** What the member's device says to a challenge that was made for the bond. */
    private PasskeyAnswer answer(Member member, Bond bond) {
        return member.device().get(challenges.issue(bond), BROWSER);
    }

    private static String outcome(PasskeyCheck<Passkey> check) {
        return check instanceof PasskeyCheck.Failed<Passkey> failed
                ? failed.why().name()
                : "accepted";
    }
}
