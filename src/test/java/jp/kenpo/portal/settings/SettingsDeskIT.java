package jp.kenpo.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.insurer.HelpApproval;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.InsurerProfile;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.publishing.TermsDesk;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.terms.TermsWording;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers decide for their insurer, see who decided what, and go back. */
@InContainer
class SettingsDeskIT {

    private static final Change MADE = new Change.Made();
    private static final Change CHANGED_MEANWHILE = new Change.Refused(Refusal.of("settings.changed-meanwhile"));

    @Inject
    SettingsDesk desk;

    @Inject
    Accounts accounts;

    @Inject
    SettingsHistory history;

    @Inject
    Terms terms;

    @Inject
    TermsDrafts drafts;

    @Inject
    TermsDesk termsDesk;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer own;
    private Account managersAccount;
    private Caller manager;

    @BeforeEach
    void aManager() {
        own = given.anInsurer();
        managersAccount = given.staff(own, StaffRole.MANAGER);
        manager = visiting.atWork(managersAccount);
    }

    private CurrentInsurer insurer() {
        return visiting.insurer(own.id());
    }

    private static InsurerPolicy policy(
            InsurerPolicy former, Set<SecondFactorMethod> methods, Set<Language> languages, Duration idle) {
        return new InsurerPolicy(
                former.passwordProfile(),
                former.initialPassword(),
                former.initialPasswordLife(),
                methods,
                former.handOver(),
                languages,
                idle,
                former.absoluteLimit(),
                former.recoveryWait(),
                former.helpApproval(),
                former.guesses(),
                former.crowds());
    }

    private InsurerPolicy helpedBy(HelpApproval approval) {
        InsurerPolicy former = insurer().policy();
        return new InsurerPolicy(
                former.passwordProfile(),
                former.initialPassword(),
                former.initialPasswordLife(),
                former.methods(),
                former.handOver(),
                former.languages(),
                former.idleLimit(),
                former.absoluteLimit(),
                former.recoveryWait(),
                approval,
                former.guesses(),
                former.crowds());
    }

    private static InsurerPolicy idle(InsurerPolicy former, int minutes) {
        return policy(former, former.methods(), former.languages(), Duration.ofMinutes(minutes));
    }

    private SettingsDesk.Seen seenPolicy() {
        Decided present = Decided.of(insurer().policy());
        return seen(present);
    }

    private SettingsDesk.Seen seenProfile() {
        return seen(Decided.of(insurer().insurer().profile()));
    }

    private static SettingsDesk.Seen seen(Decided present) {
        Set<Setting> all = present.values().keySet();
        return new SettingsDesk.Seen(all, present.fingerprint(all));
    }

    private Change decide(InsurerPolicy policy) {
        return desk.changePolicy(insurer(), manager, seenPolicy(), policy);
    }

    private static InsurerProfile renamed(InsurerProfile profile, String name) {
        return profile.shownAs(profile.brand().called(name, "Renamed Society", new Accent("#a8325e")));
    }

    private Change rename(String name) {
        return desk.changeProfile(insurer(), manager, seenProfile(), present -> renamed(present, name));
    }

    private List<?> details() {
        return transactions.rows(
                "select detail from audit_entry where insurer_id = ?1 and event = ?2 order by id",
                own.id(),
                AuditEvent.SETTINGS_CHANGED.name());
    }

    /** Else nobody could be helped any more. */
    @Test
    void twoHelpOnlyWhereThereAreTwo() {
        areAtWork(given.staff(own, StaffRole.AUDITOR));
        given.staff(own, StaffRole.HELP_DESK);
        InsurerPolicy two = helpedBy(HelpApproval.TWO);
        assertThat(decide(two)).isEqualTo(new Change.Refused(Refusal.of("settings.nobody-to-approve")));

        areAtWork(given.staff(own, StaffRole.HELP_DESK), managersAccount);

        assertThat(decide(two)).isEqualTo(MADE);
    }

    /** Whoever turns it off could turn it on again unseen. */
    @Test
    void theOtherManagersAreToldThatOneOfTheStaffIsEnoughAgain() throws Exception {
        Account clerk = given.staff(own, StaffRole.HELP_DESK);
        Account other = given.staff(own, StaffRole.MANAGER);
        areAtWork(clerk, other, managersAccount);
        for (Account one : List.of(clerk, other, managersAccount)) {
            transactions.commit(
                    () -> accounts.lock(one.id()).enterEmail(new EmailAddress("staff-" + one.id() + "@example.jp")));
        }
        InsurerPolicy one = insurer().policy();
        decide(helpedBy(HelpApproval.TWO));
        assertThat(told()).isEmpty();

        assertThat(decide(one)).isEqualTo(MADE);

        assertThat(told()).hasSize(1);
    }

    private List<?> told() {
        return transactions.rows(
                "select id from outgoing_mail where insurer_id = ?1 and template = 'APPROVAL_GIVEN_UP'", own.id());
    }

    private void areAtWork(Account... staff) {
        for (Account one : staff) {
            transactions.change("update account set password_hash = '$argon2id$any' where id = ?1", one.id());
        }
    }

    @Test
    void anotherPolicyHoldsAtOnce() {
        areAtWork(given.staff(own, StaffRole.HELP_DESK), managersAccount);
        InsurerPolicy former = insurer().policy();
        InsurerPolicy next = new InsurerPolicy(
                PasswordProfile.OPEN,
                InitialPasswordKind.LETTER,
                Optional.empty(),
                Set.of(SecondFactorMethod.OTP),
                HandOver.LOG_OUT,
                Set.of(Language.JA),
                Duration.ofMinutes(20),
                Duration.ofHours(8),
                Duration.ofHours(48),
                HelpApproval.TWO,
                former.guesses(),
                former.crowds());

        assertThat(decide(next)).isEqualTo(MADE);

        assertThat(insurer().policy()).isEqualTo(next);
        assertThat(details())
                .isEqualTo(
                        List.of(
                                "by " + managersAccount.id()
                                        + ", manager; password-profile, initial-password, initial-password-days, offered-methods,"
                                        + " hand-over, recovery-wait-hours, help-approval, offered-languages, idle-minutes, absolute-hours"));
    }

    @Test
    void anotherNameIsShownAtOnce() {
        assertThat(rename("改名健康保険組合")).isEqualTo(MADE);

        assertThat(insurer().name(Language.JA)).isEqualTo("改名健康保険組合");
        assertThat(insurer().brand().accent()).isEqualTo(new Accent("#a8325e"));
        assertThat(insurer().contact().phone()).isEqualTo("03-0000-0000");
        assertThat(insurer().policy()).isEqualTo(InsurerPolicy.standard());
    }

    @Test
    void whatIsDecidedAsItIsIsNoChange() {
        assertThat(decide(insurer().policy())).isEqualTo(MADE);

        assertThat(history.of(insurer())).isEmpty();
        assertThat(details()).isEmpty();
    }

    @Test
    void whoDecidesByWhatIsNoLongerSoIsTold() {
        SettingsDesk.Seen before = seenPolicy();
        decide(idle(insurer().policy(), 20));

        Change outcome =
                desk.changePolicy(insurer(), manager, before, idle(insurer().policy(), 40));

        assertThat(outcome).isEqualTo(CHANGED_MEANWHILE);
        assertThat(insurer().policy().idleLimit()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void whoDecidesOnSomethingElseLosesNothing() {
        Decided present = Decided.of(insurer().insurer().profile());
        Set<Setting> points = Set.of(Setting.PHONE);
        SettingsDesk.Seen before = new SettingsDesk.Seen(points, present.fingerprint(points));
        rename("改名健康保険組合");

        Change outcome = desk.changeProfile(
                insurer(),
                manager,
                before,
                profile -> new InsurerProfile(
                        profile.brand(),
                        new Contact("06-1111-1111", "平日", "Weekdays", "大阪府", "Osaka"),
                        profile.senderAddress(),
                        Optional.of("alarm@test.example")));

        assertThat(outcome).isEqualTo(MADE);
        assertThat(insurer().contact().phone()).isEqualTo("06-1111-1111");
        assertThat(insurer().name(Language.JA)).isEqualTo("改名健康保険組合");
        assertThat(insurer().insurer().alarmAddress()).contains("alarm@test.example");
    }

    @Test
    void ofTwoAtTheSameTimeOneIsTold() throws Exception {
        SettingsDesk.Seen seen = seenPolicy();
        CurrentInsurer insurer = insurer();
        Caller other = visiting.atWork(given.staff(own, StaffRole.MANAGER));

        List<Change> outcomes = OwnRequests.atOnce(List.of(
                () -> desk.changePolicy(insurer, manager, seen, idle(insurer.policy(), 20)),
                () -> desk.changePolicy(insurer, other, seen, idle(insurer.policy(), 40))));

        assertThat(outcomes).containsExactlyInAnyOrder(MADE, CHANGED_MEANWHILE);
        assertThat(history.of(insurer())).hasSize(1);
    }

    @Test
    void theHistorySaysWhoChangedWhatAndWhen() {
        rename("改名健康保険組合");
        clock.moveBy(Duration.ofMinutes(1));
        manager = visiting.atWork(managersAccount);
        decide(idle(insurer().policy(), 20));

        List<SettingsHistory.Entry> entries = history.of(insurer());

        assertThat(entries)
                .extracting(SettingsHistory.Entry::differences)
                .containsExactly(
                        Set.of(Setting.IDLE_MINUTES),
                        Set.of(Setting.INSURER_NAME, Setting.INSURER_NAME_EN, Setting.ACCENT));
        assertThat(entries.get(0).before().value(Setting.IDLE_MINUTES)).isEqualTo("30");
        assertThat(entries.get(0).after().value(Setting.IDLE_MINUTES)).isEqualTo("20");
        assertThat(entries.get(0).by())
                .isEqualTo(managersAccount.staff().orElseThrow().name());
        assertThat(Duration.between(entries.get(1).at(), entries.get(0).at())).isGreaterThan(Duration.ofSeconds(59));
    }

    private Change revert(SettingsHistory.Entry entry) {
        Former former = history.find(own.id(), entry.id()).orElseThrow();
        return desk.revert(insurer(), manager, seen(former.present(insurer())), entry.id());
    }

    @Test
    void whatHeldBeforeHoldsAgainAndTheGoingBackCanBeUndoneToo() {
        InsurerPolicy first = insurer().policy();
        decide(idle(first, 20));
        decide(idle(first, 40));
        rename("改名健康保険組合");
        List<SettingsHistory.Entry> entries = history.of(insurer());
        SettingsHistory.Entry firstChange = entries.get(2);
        SettingsHistory.Entry renaming = entries.get(0);

        assertThat(revert(firstChange)).isEqualTo(MADE);
        assertThat(revert(renaming)).isEqualTo(MADE);

        assertThat(insurer().policy()).isEqualTo(first);
        assertThat(insurer().name(Language.JA)).isEqualTo("試験健康保険組合");
        SettingsHistory.Entry goingBack = history.of(insurer()).stream()
                .filter(entry -> entry.differences().contains(Setting.IDLE_MINUTES))
                .findFirst()
                .orElseThrow();
        assertThat(revert(goingBack)).isEqualTo(MADE);
        assertThat(insurer().policy().idleLimit()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void anotherInsurersPastIsNobodysToGoBackTo() {
        decide(idle(insurer().policy(), 20));
        long id = history.of(insurer()).get(0).id();
        Insurer foreign = given.anInsurer();
        Caller foreignManager = visiting.atWork(given.staff(foreign, StaffRole.MANAGER));
        CurrentInsurer theirs = visiting.insurer(foreign.id());

        Change outcome = desk.revert(theirs, foreignManager, seen(Decided.of(theirs.policy())), id);

        assertThat(outcome).isEqualTo(CHANGED_MEANWHILE);
        assertThat(history.find(foreign.id(), id)).isEmpty();
        assertThat(history.of(theirs)).isEmpty();
    }

    @Test
    void whoProvedHimselfLongAgoDecidesNothing() {
        InsurerPolicy former = insurer().policy();
        SettingsDesk.Seen seen = seenPolicy();
        clock.moveBy(Duration.ofMinutes(6));

        assertThat(desk.changePolicy(insurer(), manager, seen, idle(former, 20)))
                .isEqualTo(new Change.NotNow());
        assertThat(desk.changeProfile(insurer(), manager, seenProfile(), present -> renamed(present, "改名")))
                .isEqualTo(new Change.NotNow());
        assertThat(insurer().policy()).isEqualTo(former);
    }

    @Test
    void englishIsOfferedOnlyWhereThereIsSome() {
        InsurerPolicy both = insurer().policy();
        InsurerPolicy japanese = policy(both, both.methods(), Set.of(Language.JA), both.idleLimit());
        assertThat(decide(japanese)).isEqualTo(MADE);
        transactions.change("update terms_version set text_en = '' where insurer_id = ?1", own.id());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", own.id());

        assertThat(decide(both)).isEqualTo(new Change.Refused(Refusal.of("settings.no-english")));
        assertThat(revert(history.of(insurer()).get(0)))
                .as("nor by going back")
                .isEqualTo(new Change.Refused(Refusal.of("settings.no-english")));

        transactions.change("update terms_version set text_en = 'Terms' where insurer_id = ?1", own.id());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", own.id());
        assertThat(decide(both)).isEqualTo(MADE);
    }

    @Test
    void englishThatWasLeftBehindIsNotPublishedAndComesBackOnceItIsWritten() {
        InsurerPolicy both = insurer().policy();
        decide(policy(both, both.methods(), Set.of(Language.JA), both.idleLimit()));

        publish("改めた規約", terms.inForce(insurer()).current().text(Language.EN));
        assertThat(terms.inForce(insurer()).current().text(Language.EN)).isEmpty();
        assertThat(decide(both)).isEqualTo(new Change.Refused(Refusal.of("settings.no-english")));

        publish("改めた規約", "New terms");
        assertThat(terms.inForce(insurer()).current().text(Language.EN)).isEqualTo("New terms");
        assertThat(decide(both)).isEqualTo(MADE);
    }

    private void publish(String japanese, String english) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
        TermsWording wording = TermsWording.of(Optional.of(today), new TermsWording.Twice(japanese, english));
        assertThat(drafts.save(insurer(), manager.accountId(), 0, wording)).isEmpty();
        long number = drafts.find(insurer()).orElseThrow().number();
        assertThat(termsDesk.publish(insurer(), manager, number)).isEqualTo(MADE);
    }

    @Test
    void whatIsReadInEnglishStaysWritten() {
        Change unnamed = desk.changeProfile(
                insurer(),
                manager,
                seenProfile(),
                present -> present.shownAs(present.brand().called("改名", "", new Accent("#a8325e"))));

        assertThat(unnamed).isEqualTo(new Change.Refused(Refusal.of("settings.no-english")));
        assertThat(insurer().name(Language.EN)).isEqualTo("Test Health Insurance Society");
    }

    @Test
    void nobodyWritesInTheNameOfAnotherInsurer() {
        Insurer other = given.anInsurer();
        String theirs = "other-" + other.id() + ".example";
        transactions.change("update insurer set sender_address = ?1 where id = ?2", "info@" + theirs, other.id());

        for (String domain : List.of(theirs, "mail." + theirs)) {
            assertThat(sendFrom("we@" + domain))
                    .isEqualTo(new Change.Refused(Refusal.of("settings.sender-of-another")));
        }
        assertThat(sendFrom("we@an" + theirs)).isEqualTo(MADE);
    }

    @Test
    void norByGoingBack() {
        String ours = "ours-" + own.id() + ".example";
        sendFrom("we@" + ours);
        sendFrom("we@elsewhere-" + own.id() + ".example");
        Insurer other = given.anInsurer();
        transactions.change("update insurer set sender_address = ?1 where id = ?2", "info@" + ours, other.id());

        assertThat(revert(history.of(insurer()).get(0)))
                .isEqualTo(new Change.Refused(Refusal.of("settings.sender-of-another")));
    }

    private Change sendFrom(String address) {
        return desk.changeProfile(
                insurer(),
                manager,
                seenProfile(),
                present -> new InsurerProfile(present.brand(), present.contact(), address, Optional.empty()));
    }

    @Test
    void whoChoseWhatIsNotOfferedAnyMoreIsLedToWhatIs() {
        Account newcomer = given.anAccount(own, "newcomer");
        transactions.change("update account set method = 'PASSKEY' where id = ?1", newcomer.id());
        InsurerPolicy former = insurer().policy();

        assertThat(former.offeredInsteadOf(SecondFactorMethod.PASSKEY)).isEqualTo(SecondFactorMethod.PASSKEY);
        decide(policy(former, Set.of(SecondFactorMethod.OTP), former.languages(), former.idleLimit()));

        assertThat(insurer().policy().offeredInsteadOf(SecondFactorMethod.PASSKEY))
                .isEqualTo(SecondFactorMethod.OTP);
    }
}
