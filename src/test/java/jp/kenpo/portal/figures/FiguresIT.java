package jp.kenpo.portal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.figures.Figures.Counted;
import jp.kenpo.portal.figures.Waiting.Since;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.letters.LetterSelection;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An insurer sees how many of its members are how far. */
@InContainer
class FiguresIT {

    @Inject
    Figures figures;

    @Inject
    Letters letters;

    @Inject
    AuthenticatorApp app;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer own;
    private CurrentInsurer insurer;

    @BeforeEach
    void anInsurer() {
        own = given.anInsurer();
        insurer = visiting.insurer(own.id());
    }

    private void happened(Account account, int daysAgo, String... columns) {
        for (String column : columns) {
            transactions.change(
                    "update account set " + column + " = ?1 where id = ?2",
                    clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC),
                    account.id());
        }
    }

    private Account whoSetAPassword(String userId, int daysAgo) {
        Account account = given.anAccount(own, userId);
        happened(account, daysAgo, "birth_date_confirmed_at", "user_id_decided_at", "password_set_at");
        transactions.change("update account set password_hash = '$argon2id$any' where id = ?1", account.id());
        return account;
    }

    private void setOfMember(Account account, String column, Object value) {
        transactions.change(
                "update member set " + column + " = ?1 where id = ?2",
                value,
                account.memberId().orElseThrow());
    }

    @Test
    void countsWhoReachedWhichStage() {
        given.anAccount(own, "not-begun");
        happened(given.anAccount(own, "begun"), 1, "birth_date_confirmed_at");
        whoSetAPassword("with-password", 1);
        Account complete = whoSetAPassword("complete", 1);
        happened(complete, 1, "first_login_completed_at");
        app.setUpBefore(complete);

        Funnel all = figures.of(insurer).all();

        assertThat(all.at(Stage.IN_ROSTER)).isEqualTo(4);
        assertThat(all.at(Stage.WRITTEN_TO)).isZero();
        assertThat(all.at(Stage.BIRTH_DATE_CONFIRMED)).isEqualTo(3);
        assertThat(all.at(Stage.TERMS_ACCEPTED)).isZero();
        assertThat(all.at(Stage.USER_ID_DECIDED)).isEqualTo(2);
        assertThat(all.at(Stage.PASSWORD_SET)).isEqualTo(2);
        assertThat(all.at(Stage.FIRST_LOGIN_COMPLETED)).isEqualTo(1);
        assertThat(all.at(Stage.SECOND_FACTOR)).isEqualTo(1);
        assertThat(all.with(Factors.OTP)).isEqualTo(1);
        assertThat(all.with(Factors.PASSKEY)).isZero();
        assertThat(all.with(Factors.BOTH)).isZero();
    }

    @Test
    void countsNobodyButTheInsuredPersonsOfToday() {
        setOfMember(given.anAccount(own, "left"), "disqualified_on", LocalDate.of(2020, 4, 1));
        setOfMember(given.anAccount(own, "to-come"), "qualified_on", LocalDate.of(2099, 4, 1));
        given.staff(own, StaffRole.MANAGER);
        given.anAccount(given.anInsurer(), "elsewhere");

        Counted counted = figures.of(insurer);

        assertThat(counted.all().at(Stage.IN_ROSTER)).isZero();
        assertThat(counted.bySymbol()).isEmpty();
        assertThat(counted.waiting()).isEmpty();
    }

    @Test
    void saysWhereAndForHowLongSomebodyGoesNoFurther() {
        given.anAccount(own, "written-to");
        letters.make(insurer, visiting.atWork(given.staff(own, StaffRole.MANAGER)), LetterSelection.FIRST, "");
        happened(given.anAccount(own, "lately"), 6, "birth_date_confirmed_at");
        happened(given.anAccount(own, "for-weeks"), 8, "birth_date_confirmed_at");
        whoSetAPassword("for-long", 40);
        happened(whoSetAPassword("without-factor", 50), 10, "first_login_completed_at");

        assertThat(figures.of(insurer).waiting())
                .containsExactlyInAnyOrder(
                        new Waiting(Stage.BIRTH_DATE_CONFIRMED, Since.LATELY, 1),
                        new Waiting(Stage.TERMS_ACCEPTED, Since.LATELY, 1),
                        new Waiting(Stage.TERMS_ACCEPTED, Since.WEEKS, 1),
                        new Waiting(Stage.FIRST_LOGIN_COMPLETED, Since.LONGER, 1),
                        new Waiting(Stage.SECOND_FACTOR, Since.WEEKS, 1));
        assertThat(figures.of(insurer).all().at(Stage.WRITTEN_TO)).isEqualTo(1);
    }

    @Test
    void tellsTheSymbolsApart() {
        given.anAccount(own, "of-the-usual");
        Account other = given.anAccount(own, "of-another");
        setOfMember(other, "symbol", "健保");
        happened(other, 1, "birth_date_confirmed_at");

        Counted counted = figures.of(insurer);

        assertThat(counted.bySymbol().keySet()).containsExactly("9999", "健保");
        assertThat(counted.bySymbol().get("健保").at(Stage.BIRTH_DATE_CONFIRMED)).isEqualTo(1);
        assertThat(counted.bySymbol().get("9999").at(Stage.BIRTH_DATE_CONFIRMED))
                .isZero();
        assertThat(counted.all().at(Stage.IN_ROSTER)).isEqualTo(2);
    }

    @Test
    void countsAgainAfterAMinute() {
        assertThat(figures.of(insurer).all().at(Stage.IN_ROSTER)).isZero();
        given.anAccount(own, "new");

        assertThat(figures.of(insurer).all().at(Stage.IN_ROSTER)).isZero();
        clock.moveBy(Duration.ofMinutes(1));
        assertThat(figures.of(insurer).all().at(Stage.IN_ROSTER)).isEqualTo(1);
        assertThat(figures.of(insurer).at()).isEqualTo(clock.instant());
    }
}
