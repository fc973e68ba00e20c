package jp.kenpo.portal.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.AccountGuesses;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.helpdesk.MemberSearch.Query;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.GuessPolicy;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.recovery.Forgetful;
import jp.kenpo.portal.recovery.Reset;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The insurer's staff help a member whose devices are gone, or somebody else's wish to be let in is to be stopped. */
@InContainer
class HelpDeskIT {

    private static final Grounds GROUNDS =
            new Grounds(HelpReason.LOST_DEVICE, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
    private static final Grounds TO_WRITE =
            new Grounds(HelpReason.NO_LETTER, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
    private static final Grounds MISTYPED =
            new Grounds(HelpReason.MISTYPED, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
    private static final Grounds FORGOTTEN =
            new Grounds(HelpReason.FORGOTTEN_PASSWORD, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
    private static final Change MADE = new Change.Made();
    private static final Change NOT_NOW = new Change.NotNow();

    @Inject
    Looks looks;

    @Inject
    HelpDesk helpDesk;

    @Inject
    MemberSearch search;

    @Inject
    Letters letters;

    @Inject
    AccountGuesses guesses;

    @Inject
    GuessBudgets budgets;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    Accounts accounts;

    @Inject
    SecondFactorDevices devices;

    @Inject
    KnownDevices knownDevices;

    @Inject
    Reset reset;

    @Inject
    Forgetful forgetful;

    @Inject
    AuthenticatorApp app;

    @Inject
    Mailbox mailbox;

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

    private final String email = UUID.randomUUID() + "@own.example";
    private Account account;
    private TotpDevice device;
    private CurrentInsurer insurer;
    private Account staffAccount;
    private Caller staff;

    @BeforeEach
    void aMemberWithADeviceAndStaffOfHisInsurer() {
        account = forgetful.aMember(email);
        changed("email_decided_at", clock.instant().minus(Duration.ofDays(30)));
        changed("password_set_at", clock.instant().minus(Duration.ofDays(30)));
        changed("first_login_completed_at", clock.instant().minus(Duration.ofDays(30)));
        forgetful.acceptTerms(account);
        device = app.setUpBefore(account);
        insurer = visiting.insurerOf(account);
        staffAccount = given.staff(insurer.insurer(), StaffRole.HELP_DESK);
        staff = visiting.atWork(staffAccount);
    }

    @Test
    void theStaffsOwnStepIsTheirWork() {
        assertThat(visiting.visit(insurer.id(), staff.tokenHash()).step())
                .isEqualTo(new SignInStep.AtWork(StaffRole.HELP_DESK));
    }

    @Test
    @Tag("ASVS-6.4.4")
    void takesAwayAllThatSignsAMemberInAndHisPasswordAloneSetsNothingUp() {
        Caller before = visiting.beginWith(account, device);
        visiting.signInFully(account, "mark-of-his-device");

        assertThat(helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS))
                .isEqualTo(MADE);

        assertThat(devices.of(account.id())).isEmpty();
        assertThat(knownDevices.of(account.id())).isEmpty();
        assertThat(visiting.visit(insurer.id(), before.tokenHash()).caller()).isEmpty();
        assertThat(stepOf(visiting.beginAsCaller(account))).isEqualTo(new SignInStep.NeedsEnrolmentProof());
        assertThat(recorded.of(account.id())).contains(AuditEvent.SECOND_FACTORS_RESET);
        assertThat(details(AuditEvent.SECOND_FACTORS_RESET))
                .containsExactly("by " + staffAccount.id() + ", help-desk; lost-device; name, called-back");
        mailbox.awaitMailTo(email, "【試験健康保険組合】認証方法がリセットされました");
    }

    @Test
    void aCodeByMailLetsHimSetANewOneUp() {
        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);
        Caller member = visiting.beginAsCaller(account);

        Caller proved = reset.byMail(insurer, account, member, email);

        assertThat(stepOf(proved)).isInstanceOf(SignInStep.NeedsMfaSetup.class);
    }

    @Test
    @Tag("ASVS-6.4.6")
    void theCodeThatHeReadsToStaffLetsHimSetANewOneUpInThatVisitAlone() {
        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);
        Caller thief = visiting.beginAsCaller(account);
        Caller member = visiting.beginAsCaller(account);
        String code = reset.showCode(member);

        assertThat(take(account.id(), "000000".equals(code) ? "000001" : "000000"))
                .isInstanceOf(Change.Refused.class);
        assertThat(reset.goOn(account, member)).isEmpty();
        assertThat(take(account.id(), code)).isEqualTo(MADE);

        assertThat(reset.goOn(account, thief)).isEmpty();
        Caller proved = reset.goOn(account, member).orElseThrow();
        assertThat(stepOf(proved)).isInstanceOf(SignInStep.NeedsMfaSetup.class);
        assertThat(reset.goOn(account, visiting.beginAsCaller(account)))
                .as("used up")
                .isEmpty();
    }

    @Test
    void aCodeThatIsOnNoScreenIsTakenFromNobody() {
        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);
        assertThat(take(account.id(), "123456")).isInstanceOf(Change.Refused.class);

        String code = reset.showCode(visiting.beginAsCaller(account));
        clock.moveBy(Duration.ofMinutes(10));

        assertThat(takeWith(visiting.atWork(staffAccount), account.id(), code)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void codesAreNotGuessedByStaffEither() {
        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);
        Caller member = visiting.beginAsCaller(account);
        String code = reset.showCode(member);
        String wrong = code.equals("111111") ? "222222" : "111111";

        for (int i = 0; i < 5; i++) {
            take(account.id(), wrong);
        }

        assertThat(take(account.id(), code)).isInstanceOf(Change.Refused.class);
        assertThat(reset.goOn(account, member)).isEmpty();
    }

    /** Else whoever reads the mail could have had the password replaced by a link, and be both. */
    @Test
    @Tag("ASVS-6.4.4")
    void mailDoesNotDoWhereThePasswordOrTheAddressIsYoungerThanTheReset() {
        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);
        changed("password_set_at", clock.instant().plusSeconds(1));
        assertThat(reset.mayMail(visiting.beginAsCaller(account))).isFalse();

        changed("password_set_at", clock.instant().minus(Duration.ofDays(30)));
        changed("email_decided_at", clock.instant().minus(Duration.ofDays(6)));
        assertThat(reset.mayMail(visiting.beginAsCaller(account))).isFalse();

        changed("email_decided_at", clock.instant().minus(Duration.ofDays(8)));
        assertThat(reset.mayMail(visiting.beginAsCaller(account))).isTrue();
    }

    @Test
    void stopsWhoeverWaitsForBeingLetIn() throws Exception {
        begin();

        assertThat(helpDesk.stopRecovery(insurer, staff, account.id(), GROUNDS)).isEqualTo(MADE);

        assertThat(recoveries.find(account)).isEmpty();
        assertThat(recorded.of(account.id())).contains(AuditEvent.RECOVERY_STOPPED_BY_STAFF);
        mailbox.awaitMailTo(email, "【試験健康保険組合】デバイスを使わずにログインする手続きを取りやめました");
    }

    @Test
    void aResetEndsTheWaitAsWell() throws Exception {
        begin();

        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);

        assertThat(recoveries.find(account)).isEmpty();
        assertThat(stepOf(visiting.beginAsCaller(account))).isEqualTo(new SignInStep.NeedsEnrolmentProof());
    }

    @Test
    @Tag("ASVS-8.4.1")
    void nobodyOfAnotherInsurerIsFoundOrHelped() {
        Caller stranger = visiting.atWork(given.staff(given.anInsurer(), StaffRole.MANAGER));
        CurrentInsurer other = visiting.insurerOf(stranger.account());

        assertThat(looks.look(other, stranger, account.id(), HelpReason.CALLED)).isEmpty();
        assertThat(helpDesk.resetSecondFactors(other, stranger, account.id(), GROUNDS))
                .isEqualTo(NOT_NOW);
        assertThat(helpDesk.stopRecovery(other, stranger, account.id(), GROUNDS))
                .isEqualTo(NOT_NOW);
        assertThat(helpDesk.resetPassword(other, stranger, account.id(), FORGOTTEN))
                .isEqualTo(NOT_NOW);
        assertThat(helpDesk.correctEmail(other, stranger, account.id(), new EmailAddress("a@b.example"), FORGOTTEN))
                .isEqualTo(NOT_NOW);
        assertThat(search.find(other, stranger, new Query.OfUserId(account.userId())))
                .isEmpty();
        assertThat(devices.of(account.id())).hasSize(1);
        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.MEMBER_LOOKED_AT);
    }

    @Test
    void staffAreNoMembersToBeHelped() {
        assertThat(looks.look(insurer, staff, staffAccount.id(), HelpReason.CALLED))
                .isEmpty();
        assertThat(helpDesk.resetSecondFactors(insurer, staff, staffAccount.id(), GROUNDS))
                .isEqualTo(NOT_NOW);
        assertThat(search.find(insurer, staff, new Query.OfUserId(staffAccount.userId())))
                .isEmpty();
    }

    private Account asItIsNow() {
        return accounts.find(account.id()).orElseThrow().account();
    }

    /** Whoever found the member's papers has the initial password, and no second factor. */
    @Test
    @Tag("ASVS-6.4.6")
    void theInitialPasswordWorksAgainButGoesRoundNoSecondFactor() {
        Caller before = visiting.beginWith(account, device);

        assertThat(helpDesk.resetPassword(insurer, staff, account.id(), FORGOTTEN))
                .isEqualTo(MADE);

        assertThat(visiting.visit(insurer.id(), before.tokenHash()).caller()).isEmpty();
        clock.moveBy(Duration.ofSeconds(30));
        assertThat(stepOf(visiting.beginAsCaller(account)))
                .isEqualTo(new SignInStep.NeedsSecondFactor(SecondFactorMethod.OTP));
        assertThat(stepOf(visiting.beginWith(account, device))).isEqualTo(new SignInStep.NeedsNewPassword());
        assertThat(details(AuditEvent.PASSWORD_RESET_BY_STAFF))
                .containsExactly("by " + staffAccount.id() + ", help-desk; forgotten-password; name, called-back");
        mailbox.awaitMailTo(email, "【試験健康保険組合】初期パスワードに戻しました");
        assertThat(helpDesk.resetPassword(insurer, staff, account.id(), FORGOTTEN))
                .isEqualTo(new Change.Refused(Refusal.of("password-reset.nothing")));
    }

    /** Initial password and mailbox are no two factors. */
    @Test
    @Tag("ASVS-6.4.4")
    void whoseFactorsAreResetAfterHisPasswordIsRecognisedByStaffAlone() {
        helpDesk.resetPassword(insurer, staff, account.id(), FORGOTTEN);
        assertThat(helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS))
                .isEqualTo(MADE);
        Caller member = visiting.beginAsCaller(account);

        assertThat(stepOf(member)).isEqualTo(new SignInStep.NeedsEnrolmentProof());
        assertThat(reset.mayMail(member)).isFalse();
    }

    /** He has the initial password of everybody whom he sees. */
    @Test
    @Tag("ASVS-6.4.6")
    void noneOfTheStaffAloneCanBeAMember() {
        transactions.change("delete from totp_device where account_id = ?1", account.id());
        helpDesk.resetPassword(insurer, staff, account.id(), FORGOTTEN);
        Caller somebody = visiting.beginAsCaller(account);
        assertThat(stepOf(somebody)).isEqualTo(new SignInStep.NeedsEnrolmentProof());
        String code = reset.showCode(somebody);

        assertThat(take(account.id(), code)).isEqualTo(new Change.Refused(Refusal.of("desk-code.another-colleague")));

        Caller colleague = visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK));
        assertThat(takeWith(colleague, account.id(), code)).isEqualTo(MADE);
        assertThat(stepOf(reset.goOn(account, somebody).orElseThrow())).isEqualTo(new SignInStep.NeedsNewPassword());
    }

    /** However long before his colleague, who knows nothing of it, had the password work again. */
    @Test
    @Tag("ASVS-6.4.6")
    void whoTookTheSecondFactorsAwayDoesNotRecogniseTheMember() {
        helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS);
        clock.moveBy(Duration.ofSeconds(1));
        Caller colleague = visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK));
        helpDesk.resetPassword(insurer, colleague, account.id(), FORGOTTEN);
        Caller third = visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK));
        String code = reset.showCode(visiting.beginAsCaller(account));

        assertThat(take(account.id(), code)).isEqualTo(new Change.Refused(Refusal.of("desk-code.another-colleague")));
        assertThat(takeWith(colleague, account.id(), code))
                .isEqualTo(new Change.Refused(Refusal.of("desk-code.another-colleague")));
        assertThat(takeWith(third, account.id(), code)).isEqualTo(MADE);
    }

    @Test
    void whoPrintedALetterInWhichNoPasswordStandsRecognisesHimAllTheSame() {
        transactions.change("delete from totp_device where account_id = ?1", account.id());
        Caller resetter = visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK));
        helpDesk.resetPassword(insurer, resetter, account.id(), FORGOTTEN);
        helpDesk.makeLetter(insurer, resetter, account.id(), TO_WRITE);
        letters.take(insurer, staff, letters.findFor(insurer, account.id()).orElseThrow());
        String code = reset.showCode(visiting.beginAsCaller(account));

        assertThat(take(account.id(), code)).isEqualTo(MADE);
    }

    /** He has read what is printed in it. */
    @Test
    @Tag("ASVS-6.4.6")
    void whoTookAMembersLetterDoesNotRecogniseHim() {
        insurer = visiting.whereLettersTell(insurer.insurer());
        transactions.change("delete from totp_device where account_id = ?1", account.id());
        Caller resetter = visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK));
        Caller third = visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK));
        assertThat(helpDesk.resetPassword(insurer, resetter, account.id(), FORGOTTEN))
                .isEqualTo(MADE);
        letters.take(insurer, staff, letters.findFor(insurer, account.id()).orElseThrow());
        String code = reset.showCode(visiting.beginAsCaller(account));

        assertThat(take(account.id(), code)).isEqualTo(new Change.Refused(Refusal.of("desk-code.another-colleague")));
        assertThat(takeWith(resetter, account.id(), code))
                .isEqualTo(new Change.Refused(Refusal.of("desk-code.another-colleague")));
        assertThat(takeWith(third, account.id(), code)).isEqualTo(MADE);
    }

    @Test
    void anInitialPasswordThatIsTooOldIsRenewed() {
        Account newcomer = given.anAccount(insurer.insurer(), "came-too-late");
        transactions.change(
                "update account set initial_password_expires_at = ?1 where id = ?2",
                clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC),
                newcomer.id());
        assertThat(stepOf(visiting.beginAsCaller(newcomer))).isEqualTo(new SignInStep.InitialPasswordExpired());

        assertThat(helpDesk.resetPassword(insurer, staff, newcomer.id(), FORGOTTEN))
                .isEqualTo(MADE);

        assertThat(stepOf(visiting.beginAsCaller(newcomer))).isEqualTo(new SignInStep.NeedsBirthDate());
        assertThat(helpDesk.resetPassword(insurer, staff, newcomer.id(), FORGOTTEN))
                .isEqualTo(new Change.Refused(Refusal.of("password-reset.nothing")));
    }

    @Test
    @Tag("ASVS-6.4.6")
    void anotherAddressIsUnconfirmedAndTheFormerOneIsTold() {
        Caller before = visiting.beginWith(account, device);
        EmailAddress other = new EmailAddress("other-" + email);

        assertThat(helpDesk.correctEmail(insurer, staff, account.id(), other, FORGOTTEN))
                .isEqualTo(MADE);

        clock.moveBy(Duration.ofSeconds(30));
        Account corrected = asItIsNow();
        assertThat(corrected.email()).contains(other.value());
        assertThat(corrected.emailState()).isEqualTo(EmailState.LATER);
        assertThat(visiting.visit(insurer.id(), before.tokenHash()).caller()).isEmpty();
        assertThat(stepOf(visiting.beginWith(corrected, device))).isEqualTo(new SignInStep.SignedIn());
        mailbox.awaitMailTo(email, "【試験健康保険組合】メールアドレスを訂正しました");
        assertThat(mailbox.mailTo(other.value())).isEmpty();
        assertThat(recorded.of(account.id())).contains(AuditEvent.EMAIL_CORRECTED_BY_STAFF);
        assertThat(helpDesk.correctEmail(insurer, staff, account.id(), other, FORGOTTEN))
                .isEqualTo(new Change.Refused(Refusal.of("email-correction.same")));
    }

    @Test
    void whoHasNotBegunYetIsSparedIt() {
        Account newcomer = given.anAccount(insurer.insurer(), "newcomer");

        assertThat(helpDesk.resetSecondFactors(insurer, staff, newcomer.id(), GROUNDS))
                .isInstanceOf(Change.Refused.class);
        assertThat(stepOf(visiting.beginAsCaller(newcomer))).isEqualTo(new SignInStep.NeedsBirthDate());
    }

    @Test
    void noMemberCanHaveTheUserIdOfOneOfTheStaff() {
        assertThat(accounts.isTaken(account, staffAccount.userId())).isTrue();
    }

    @Test
    @Tag("ASVS-7.5.1")
    void whoseOwnProofIsTooOldHelpsNobody() {
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(helpDesk.resetSecondFactors(insurer, staff, account.id(), GROUNDS))
                .isEqualTo(NOT_NOW);
        assertThat(devices.of(account.id())).hasSize(1);
    }

    @Test
    void membersAreFoundByUserIdAndByTheirNumber() {
        List<Helped> byUserId = search.find(insurer, staff, new Query.OfUserId(UserId.typed("TestUser")));
        Helped one = byUserId.get(0);
        List<Helped> byNumber = search.find(
                insurer,
                staff,
                new Query.OfNumber(
                        one.member().number().symbol(), one.member().number().number()));

        assertThat(byUserId).extracting(Helped::accountId).containsExactly(account.id());
        assertThat(byNumber).extracting(Helped::accountId).containsExactly(account.id());
        assertThat(one.email()).doesNotContain("own").contains("***");
        assertThat(recorded.of(staffAccount.id())).contains(AuditEvent.MEMBERS_SEARCHED);
    }

    @Test
    void findsThoseWhoWereBornOnADayByHowTheirNamesAreRead() {
        Account sibling = given.anAccount(insurer.insurer(), "sibling");
        transactions.change(
                "update member set kana = 'ミホン ハナコ' where id = ?1",
                sibling.memberId().orElseThrow());
        given.anAccount();

        assertThat(bornOn(Given.BIRTH_DATE, "")).containsExactly(account.id(), sibling.id());
        assertThat(bornOn(Given.BIRTH_DATE, "みほんは")).containsExactly(sibling.id());
        assertThat(bornOn(Given.BIRTH_DATE, "ハナコ")).isEmpty();
        assertThat(bornOn(Given.BIRTH_DATE, "%")).isEmpty();
        assertThat(bornOn(Given.BIRTH_DATE.plusDays(1), "")).isEmpty();
    }

    private List<Long> bornOn(LocalDate day, String kana) {
        return search.find(insurer, staff, new Query.OfBirthDate(new BirthDate(day), kana)).stream()
                .map(Helped::accountId)
                .toList();
    }

    @Test
    void aLookIsRecordedWithItsReasonOnceInAQuarterOfAnHour() {
        assertThat(looks.hasSaidWhy(staff, account.id())).isFalse();

        looks.look(insurer, staff, account.id(), HelpReason.CALLED);
        looks.look(insurer, staff, account.id(), HelpReason.CHECKED);
        assertThat(details(AuditEvent.MEMBER_LOOKED_AT))
                .containsExactly("by " + staffAccount.id() + ", help-desk; called");
        assertThat(looks.hasSaidWhy(staff, account.id())).isTrue();
        assertThat(looks.hasSaidWhy(visiting.atWork(given.staff(insurer.insurer(), StaffRole.HELP_DESK)), account.id()))
                .isFalse();

        clock.moveBy(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(looks.hasSaidWhy(staff, account.id())).isFalse();
        looks.look(insurer, staff, account.id(), HelpReason.WROTE);

        assertThat(details(AuditEvent.MEMBER_LOOKED_AT)).hasSize(2);
    }

    /** He said why he did it. */
    @Test
    void whoDidSomethingForAMemberSeesWhatCameOfIt() {
        helpDesk.endSessions(insurer, staff, account.id(), GROUNDS);

        assertThat(looks.hasSaidWhy(staff, account.id())).isTrue();
    }

    @Test
    @Tag("ASVS-7.4.5")
    void signsAMemberOutEverywhereAndLeavesHimHowHeSignsIn() {
        Caller before = visiting.beginWith(account, device);

        assertThat(helpDesk.endSessions(insurer, staff, account.id(), GROUNDS)).isEqualTo(MADE);

        assertThat(visiting.visit(insurer.id(), before.tokenHash()).caller()).isEmpty();
        assertThat(devices.of(account.id())).hasSize(1);
        assertThat(details(AuditEvent.SESSIONS_ENDED_BY_STAFF))
                .containsExactly("by " + staffAccount.id() + ", help-desk; lost-device; name, called-back");
        mailbox.awaitMailTo(email, "【試験健康保険組合】担当者がログアウトの操作をしました");
    }

    @Test
    void letsAMemberTryAgainWhoMistypedTooOften() {
        Budget password = Budget.ofPassword(insurer.id(), account.userId().value(), Optional.empty());
        Budget birthDate = Budget.of(Kind.BIRTH_DATE, account.id());
        GuessPolicy policy = insurer.policy().guesses();
        assertThat(guesses.isHeldUp(account, policy)).isFalse();
        useUp(password, policy);
        useUp(birthDate, policy);
        assertThat(guesses.isHeldUp(account, policy)).isTrue();

        assertThat(helpDesk.unlock(insurer, staff, account.id(), MISTYPED)).isEqualTo(MADE);

        assertThat(guesses.isHeldUp(account, policy)).isFalse();
        assertThat(List.of(budgets.reserve(password, policy), budgets.reserve(birthDate, policy)))
                .allSatisfy(attempt -> assertThat(attempt).isInstanceOf(Try.Granted.class));
        assertThat(details(AuditEvent.UNLOCKED_BY_STAFF))
                .containsExactly("by " + staffAccount.id() + ", help-desk; mistyped; name, called-back");
        mailbox.awaitMailTo(email, "【試験健康保険組合】入力の制限を解除しました");
    }

    /** Fails until it has to wait, and then until no wait helps any more. */
    private void useUp(Budget budget, GuessPolicy policy) {
        while (!(budgets.reserve(budget, policy) instanceof Try.UsedUp)) {
            clock.moveBy(Duration.ofSeconds(1));
            transactions.change("update guess_budget set wait_until = null");
        }
        staff = visiting.atWork(staffAccount);
    }

    @Test
    void doesNothingForTheMemberOfAnotherInsurer() {
        Account elsewhere = given.anAccount();

        assertThat(helpDesk.endSessions(insurer, staff, elsewhere.id(), GROUNDS))
                .isEqualTo(NOT_NOW);
        assertThat(helpDesk.unlock(insurer, staff, elsewhere.id(), MISTYPED)).isEqualTo(NOT_NOW);
    }

    @Test
    void hasALetterPrintedOnceMoreForWhoHasNotLoggedIn() {
        Account newcomer = given.anAccount(insurer.insurer(), "newcomer");
        String inTheRoster = UUID.randomUUID() + "@roster.example";
        transactions.change(
                "update member set roster_email = ?1 where id = ?2",
                inTheRoster,
                newcomer.memberId().orElseThrow());

        assertThat(helpDesk.makeLetter(insurer, staff, newcomer.id(), TO_WRITE)).isEqualTo(MADE);

        assertThat(letters.findFor(insurer, newcomer.id())).isPresent();
        assertThat(details(newcomer, AuditEvent.LETTERS_MADE))
                .containsExactly("by " + staffAccount.id() + ", help-desk; no-letter; name, called-back");
        mailbox.awaitMailTo(inTheRoster, "【試験健康保険組合】ID・初期パスワードのお知らせを作成しました");
        clock.moveBy(Duration.ofDays(1));
        assertThat(letters.findFor(insurer, newcomer.id())).isEmpty();
    }

    @Test
    void hasNoLetterPrintedThatWouldHelpNobody() {
        Account left = given.anAccount(insurer.insurer(), "left");
        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2",
                LocalDate.of(2020, 4, 1),
                left.memberId().orElseThrow());
        Account expired = given.anAccount(insurer.insurer(), "expired");
        transactions.change(
                "update account set initial_password_expires_at = ?1 where id = ?2",
                clock.instant().atOffset(ZoneOffset.UTC),
                expired.id());
        Account elsewhere = given.anAccount(given.anInsurer(), "elsewhere");

        assertThat(helpDesk.makeLetter(insurer, staff, account.id(), TO_WRITE))
                .isEqualTo(new Change.Refused(Refusal.of("letter.has-password")));
        assertThat(helpDesk.makeLetter(insurer, staff, left.id(), TO_WRITE))
                .isEqualTo(new Change.Refused(Refusal.of("letter.not-insured")));
        assertThat(helpDesk.makeLetter(insurer, staff, expired.id(), TO_WRITE))
                .isEqualTo(new Change.Refused(Refusal.of("letter.expired")));
        assertThat(helpDesk.makeLetter(insurer, staff, elsewhere.id(), TO_WRITE))
                .isEqualTo(NOT_NOW);
    }

    @Test
    void papersThatLieAtHomeAreNotEnoughToBeRecognisedBy() {
        assertThat(Grounds.suffice(EnumSet.of(IdentityCheck.NAME, IdentityCheck.NUMBER)))
                .isFalse();
        assertThat(Grounds.suffice(EnumSet.of(IdentityCheck.PAPERS))).isFalse();
        assertThat(Grounds.suffice(EnumSet.of(IdentityCheck.NUMBER, IdentityCheck.PAPERS)))
                .isTrue();
    }

    private Change take(long accountId, String code) {
        return takeWith(staff, accountId, code);
    }

    private Change takeWith(Caller by, long accountId, String code) {
        return helpDesk.takeDeskCode(insurer, by, accountId, code);
    }

    private void begin() throws Exception {
        transactions.commit(() -> recoveries.begin(insurer, account));
    }

    private void changed(String column, Instant at) {
        transactions.change(
                "update account set " + column + " = ?1 where id = ?2", at.atOffset(ZoneOffset.UTC), account.id());
    }

    private SignInStep stepOf(Caller caller) {
        return visiting.visit(account.insurerId(), caller.tokenHash()).step();
    }

    private List<String> details(AuditEvent event) {
        return details(account, event);
    }

    private List<String> details(Account of, AuditEvent event) {
        return transactions
                .rows(
                        "select detail from audit_entry where account_id = ?1 and event = ?2 order by id",
                        of.id(),
                        event.name())
                .stream()
                .map(Object::toString)
                .toList();
    }
}
