package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers who guess at a member's password, and the member himself at a device of his. */
@InContainer
@Tag("ASVS-6.1.1")
@Tag("ASVS-6.3.1")
class StrangersIT {

    private static final NetworkAddress ADDRESS = NetworkAddress.of("192.0.2.7");
    private static final String STRANGE = "";
    private static final Proving WRONG = Proving.refused("password.wrong");
    private static final Proving USED_UP = Proving.refused("password.used-up");

    @Inject
    SignIn signIn;

    @Inject
    FullSignIn fullSignIn;

    @Inject
    Mailbox mailbox;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private final String own = UUID.randomUUID().toString();
    private Account account;
    private CurrentInsurer insurer;

    @BeforeEach
    void aMemberWithADeviceOfHis() {
        account = given.anAccount();
        insurer = visiting.insurerOf(account);
        fullSignIn.note(insurer, visiting.beginAsCaller(account), own);
    }

    @Test
    void doNotShutOutTheMemberAtHisOwnDevice() {
        guess(5, STRANGE);

        assertThat(tryRightlyAt(STRANGE)).isEqualTo(Proving.refused("password.wait", Duration.ofSeconds(30)));
        assertThat(tryRightlyAt(own)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void cannotUseADeviceThatIsKnownOfSomebodyElse() {
        Account other = given.anAccount();
        String mark = UUID.randomUUID().toString();
        fullSignIn.note(insurer, visiting.beginAsCaller(other), mark);
        guess(5, STRANGE);

        assertThat(tryRightlyAt(mark)).isEqualTo(Proving.refused("password.wait", Duration.ofSeconds(30)));
    }

    @Test
    void mayNotGuessAnyMoreAfterAHundredFailuresUntilTheMemberHasSignedInFully() {
        guessPatiently(100);

        assertThat(tryRightlyAt(STRANGE)).isEqualTo(USED_UP);
        assertThat(signIn.withPassword(insurer, new UserId("nobody-1"), "wrong", ADDRESS, STRANGE))
                .isEqualTo(WRONG);
        assertThat(tryRightlyAt(own)).isInstanceOf(Proving.Proved.class);
        assertThat(tryRightlyAt(STRANGE)).isEqualTo(USED_UP);
        fullSignIn.note(insurer, visiting.beginAsCaller(account), own);
        assertThat(tryRightlyAt(STRANGE)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    void areToldTheSameOfAUserIdThatNobodyHas() {
        for (int i = 0; i < 100; i++) {
            signIn.withPassword(insurer, new UserId("nobody-1"), "wrong", ADDRESS, STRANGE);
            clock.moveBy(Duration.ofMinutes(15));
        }

        assertThat(signIn.withPassword(insurer, new UserId("nobody-1"), "wrong", ADDRESS, STRANGE))
                .isEqualTo(USED_UP);
    }

    @Test
    void whoseAddressGuessesAtEverybodyAreTurnedAway() {
        for (int i = 0; i < 101; i++) {
            signIn.withPassword(insurer, new UserId("nobody-" + i), "wrong", ADDRESS, STRANGE);
        }

        assertThat(tryRightlyAt(STRANGE)).isEqualTo(Proving.refused("password.address-wait", Duration.ofMinutes(15)));
        assertThat(signIn.withPassword(
                        insurer,
                        account.userId(),
                        given.resetPassword(account),
                        NetworkAddress.of("192.0.2.8"),
                        STRANGE))
                .isInstanceOf(Proving.Proved.class);
    }

    /** A whole office, and many phones, come from behind one address. */
    @Test
    void behindTheSameAddressShutOutNobodyAtHisOwnDevice() {
        for (int i = 0; i < 101; i++) {
            signIn.withPassword(insurer, new UserId("nobody-" + i), "wrong", ADDRESS, STRANGE);
        }

        assertThat(tryRightlyAt(own)).isInstanceOf(Proving.Proved.class);
    }

    @Test
    @Tag("ASVS-6.3.5")
    void giveThemselvesAwayToTheOwnerByMail() throws Exception {
        String address = UUID.randomUUID() + "@member.example";
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                address,
                account.memberId().orElseThrow());

        guessPatiently(9);
        assertThat(mailbox.mailTo(address)).isEmpty();
        guessPatiently(1);

        assertThat(mailbox.awaitMailTo(address).getSubject()).endsWith("ログインの失敗が続いています");
        assertThat(Mailbox.text(mailbox.awaitMailTo(address)))
                .contains("03-0000-0000")
                .doesNotContain("testuser", "http", "wrong");
    }

    @Test
    void atADeviceLeftUnusedForAYearAreStrangersAgain() {
        transactions.change(
                "update known_device set last_sign_in_at = ?1 where account_id = ?2",
                OffsetDateTime.ofInstant(clock.instant().minus(KnownDevices.LIFE), ZoneOffset.UTC),
                account.id());
        guess(5, STRANGE);

        assertThat(tryRightlyAt(own)).isEqualTo(Proving.refused("password.wait", Duration.ofSeconds(30)));
    }

    private void guess(int times, String mark) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.withPassword(insurer, account.userId(), "wrong", ADDRESS, mark))
                    .isEqualTo(WRONG);
        }
    }

    private void guessPatiently(int times) {
        for (int i = 0; i < times; i++) {
            guess(1, STRANGE);
            clock.moveBy(Duration.ofMinutes(15));
        }
    }

    private Proving tryRightlyAt(String mark) {
        return signIn.withPassword(insurer, account.userId(), given.resetPassword(account), ADDRESS, mark);
    }
}
