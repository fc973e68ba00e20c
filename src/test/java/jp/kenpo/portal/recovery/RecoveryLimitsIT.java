package jp.kenpo.portal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Statements;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever asks again and again, or wants to learn by asking who is a member. */
@InContainer
class RecoveryLimitsIT {

    @Inject
    Forgetful forgetful;

    @Inject
    RecoveryRequests requests;

    @Inject
    Recorded recorded;

    @Inject
    Statements statements;

    @Inject
    Visiting visiting;

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
    @Tag("ASVS-6.3.1")
    void whoeverAsksAgainWaitsAfterTheFifthTimeWhetherThereIsSuchAMemberOrNot() {
        for (UserId userId : List.of(account.userId(), new UserId("nobody-1"))) {
            for (int i = 0; i < 5; i++) {
                assertThat(forgetful.askForLink(insurer, userId)).isEmpty();
            }

            assertThat(forgetful.askForLink(insurer, userId))
                    .contains(Refusal.of("recovery.wait", Duration.ofSeconds(30)));
        }

        assertThat(recorded.ofNobodyAt(insurer.id())).contains(AuditEvent.RECOVERY_REFUSED);
        clock.moveBy(Duration.ofSeconds(30));
        assertThat(forgetful.askForLink(insurer, account.userId())).isEmpty();
    }

    @Test
    @Tag("ASVS-6.3.1")
    void whoeverAsksAgainWaitsAfterAnAddressOrANumberToo() {
        for (Forgotten what : List.of(
                new Forgotten.UserIdOfEmail(new EmailAddress("nobody@example.jp"), Forgetful.BORN),
                new Forgotten.UserIdOfNumber("1", "2", Forgetful.BORN))) {
            for (int i = 0; i < 5; i++) {
                assertThat(forgetful.ask(insurer, what)).isEmpty();
            }

            assertThat(forgetful.ask(insurer, what)).contains(Refusal.of("recovery.wait", Duration.ofSeconds(30)));
        }
    }

    @Test
    @Tag("ASVS-6.3.1")
    void whoeverAsksIsCountedWhenHeAsksManyTimesAtOnce() throws Exception {
        List<Optional<Refusal>> answers = OwnRequests.atOnce(50, () -> forgetful.askForLink(insurer, account.userId()));

        assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(5);
    }

    /** Whoever does not know the birth date cannot keep the member from asking. */
    @Test
    @Tag("ASVS-6.1.1")
    void whoeverAsksWithAnotherBirthDateMakesNobodyElseWait() {
        Forgotten strangers = new Forgotten.Password(account.userId(), new BirthDate(LocalDate.of(1950, 1, 1)));
        for (int i = 0; i < 6; i++) {
            forgetful.ask(insurer, strangers);
        }

        assertThat(forgetful.ask(insurer, strangers)).isPresent();
        assertThat(forgetful.askForLink(insurer, account.userId())).isEmpty();
    }

    @Test
    @Tag("ASVS-6.3.1")
    void anAddressIsCountedHoweverItIsWritten() {
        for (String address : List.of("taro@x.jp", "Taro@x.jp", "tAro@x.jp", "taRo@x.jp", "tarO@x.jp")) {
            assertThat(forgetful.ask(insurer, byEmail(address))).isEmpty();
        }

        assertThat(forgetful.ask(insurer, byEmail("TARO@x.jp"))).isPresent();
    }

    private static Forgotten byEmail(String address) {
        return new Forgotten.UserIdOfEmail(new EmailAddress(address), Forgetful.BORN);
    }

    /** Not only for what is wrong: else the hundred and first would tell whether the hundredth was right. */
    @Test
    @Tag("ASVS-6.3.1")
    void whoeverAsksWaitsAfterAHundredMembersFromOneAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(forgetful.askForLink(insurer, new UserId("nobody-" + i))).isEmpty();
        }
        assertThat(forgetful.askForLink(insurer, account.userId())).isEmpty();

        assertThat(forgetful.askForLink(insurer, new UserId("nobody-100")))
                .contains(Refusal.of("recovery.address-wait", Duration.ofMinutes(15)));
        assertThat(recorded.ofNobodyAt(insurer.id())).containsOnlyOnce(AuditEvent.ADDRESS_HELD_OFF);
        assertThat(requests.take(
                        insurer,
                        new Forgotten.Password(account.userId(), Forgetful.BORN),
                        Language.JA,
                        new AuditLog.Source("192.0.2.8", "TEST-TEST")))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-6.3.8")
    void askingCostsTheSameForEverybody() {
        // The first of an address also makes its row.
        forgetful.askForLink(insurer, new UserId("nobody-0"));

        List<String> ofAMember = statements.of(() -> forgetful.askForLink(insurer, account.userId()));
        List<String> ofNobody = statements.of(() -> forgetful.askForLink(insurer, new UserId("nobody-1")));
        List<String> withAWrongBirthDate = statements.of(() -> forgetful.ask(
                insurer, new Forgotten.Password(new UserId("testuser"), new BirthDate(LocalDate.of(1950, 1, 1)))));

        assertThat(ofAMember).isNotEmpty().isEqualTo(ofNobody).isEqualTo(withAWrongBirthDate);
    }

    @Test
    @Tag("ASVS-6.3.8")
    void toBeRefusedCostsTheSameForEverybody() {
        for (int i = 0; i < 5; i++) {
            forgetful.askForLink(insurer, account.userId());
            forgetful.askForLink(insurer, new UserId("nobody-1"));
        }

        List<String> ofAMember = statements.of(() -> forgetful.askForLink(insurer, account.userId()));
        List<String> ofNobody = statements.of(() -> forgetful.askForLink(insurer, new UserId("nobody-1")));

        assertThat(ofAMember).isNotEmpty().isEqualTo(ofNobody);
    }

    @Test
    @Tag("ASVS-6.3.8")
    void toAskForAUserIdCostsTheSameForEverybody() {
        forgetful.ask(insurer, byEmail("nobody-0@example.jp"));

        List<String> ofAMember = statements.of(() -> forgetful.ask(insurer, byEmail(confirmed)));
        List<String> ofNobody = statements.of(() -> forgetful.ask(insurer, byEmail("nobody-1@example.jp")));

        assertThat(ofAMember).isNotEmpty().isEqualTo(ofNobody);
    }

    @Test
    @Tag("ASVS-6.5.2")
    void whatWasTypedWaitsSealed() throws Exception {
        String typed = "planted-" + UUID.randomUUID();

        transactions.rollBack(() -> {
            forgetful.askForLink(insurer, new UserId(typed));
            byte[] sealed = (byte[]) transactions
                    .rows("select sealed_what from recovery_request where insurer_id = ?1", insurer.id())
                    .get(0);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                    .isNotEmpty()
                    .doesNotContain(typed, "1980-12-01");
        });
    }
}
