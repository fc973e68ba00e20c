package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditChecks;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.helpdesk.Deed;
import jp.kenpo.portal.helpdesk.Grounds;
import jp.kenpo.portal.helpdesk.HelpRequests;
import jp.kenpo.portal.helpdesk.IdentityCheck;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerService;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.letters.LetterSelection;
import jp.kenpo.portal.letters.LetterTexts;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.notices.InsurerNotice;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.NoticeWording;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.notices.Reader;
import jp.kenpo.portal.recovery.Forgotten;
import jp.kenpo.portal.recovery.FormerAddresses;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.recovery.RecoveryRequests;
import jp.kenpo.portal.recovery.Reset;
import jp.kenpo.portal.roster.RosterFiles;
import jp.kenpo.portal.secondfactor.PasskeyCeremonies;
import jp.kenpo.portal.secondfactor.PasskeyChallenges;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Bond;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Ceremony;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.secondfactor.TotpVerifier;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Proof;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.terms.TermsWording;
import jp.kenpo.portal.web.Language;
import org.junit.jupiter.api.Test;

@InContainer
class SchemaIT {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource dataSource;

    @Inject
    Given given;

    @Inject
    Visiting visiting;

    @Inject
    Reset reset;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    @Inject
    Accounts accounts;

    @Inject
    EmailConfirmations emailConfirmations;

    @Inject
    AccountRecoveries accountRecoveries;

    @Inject
    Insurers insurers;

    @Inject
    AuditLog audit;

    @Inject
    AuditChecks auditChecks;

    @Inject
    Letters letters;

    @Inject
    LetterTexts letterTexts;

    @Inject
    Terms terms;

    @Inject
    TermsDrafts termsDrafts;

    @Inject
    TotpDevices totpDevices;

    @Inject
    Passkeys passkeys;

    @Inject
    PasskeyChallenges challenges;

    @Inject
    PasskeyCeremonies ceremonies;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    FormerAddresses formerAddresses;

    @Inject
    RecoveryLinks recoveryLinks;

    @Inject
    RecoveryRequests recoveryRequests;

    @Inject
    SignInSessions sessions;

    @Inject
    Notices notices;

    @Inject
    NoticeDrafts noticeDrafts;

    @Inject
    HelpRequests helpRequests;

    @Inject
    RosterFiles rosterFiles;

    @Test
    void everyMigrationHasRun() {
        List<?> failed = transactions.rows("select version from flyway_schema_history where not success");
        List<?> run = transactions.rows("select version from flyway_schema_history where version = '001'");

        assertThat(failed).isEmpty();
        assertThat(run).hasSize(1);
    }

    @Test
    void whatEachEntityHoldsIsWrittenAndReadAgain() throws Exception {
        Insurer insurer = given.anInsurer();
        visiting.whereTwoHelp(insurer);
        Account account = given.anAccount(insurer, "testuser");

        // In one transaction: what waits for an answer is gone once somebody else sees it.
        transactions.commit(() -> {
            writeOneOfEach(insurer, accounts.lock(account.id()));
            entities.flush();
            entities.clear();
            for (EntityType<?> type : entities.getMetamodel().getEntities()) {
                assertThat(entities.createQuery("select e from " + type.getName() + " e")
                                .getResultList())
                        .as(type.getName())
                        .isNotEmpty();
            }
        });
    }

    /** Beside the insurer, its policy, origin and terms, the member and the account. A new entity belongs here. */
    private void writeOneOfEach(Insurer insurer, Account account) {
        account.enterEmail(new EmailAddress("testuser@example.jp"));
        emailConfirmations.send(
                account,
                EmailCodePurpose.ADDRESS,
                new EmailAddress("testuser@example.jp"),
                insurers.now(insurer.id()),
                Language.JA);
        accountRecoveries.begin(insurers.now(insurer.id()), account);
        audit.record(AuditEvent.PASSWORD_PROVED, insurer.id(), account.id());
        terms.accept(account.id(), terms.inForce(insurers.now(insurer.id())).current(), Language.JA);
        TotpDevice device = totpDevices.begun(account.id());
        // JPA knows no relation between the device and its step, so it would insert them in any order.
        entities.flush();
        totpDevices.burn(device, TotpVerifier.stepAt(clock.instant()) + 3);
        RelyingParty relyingParty = RelyingParty.of(insurers.now(insurer.id()));
        Bond bond = new Bond(Ceremony.REGISTRATION, relyingParty, "browser", Optional.of(account.id()));
        passkeys.userHandle(account.id());
        ceremonies.register(
                SoftwareAuthenticator.at(relyingParty).create(challenges.issue(bond), "browser"), bond, "iPhone");
        recoveryCodes.keep(account.id(), 1, recoveryCodes.make());
        recoveryLinks.make(account);
        formerAddresses.replaced(insurers.now(insurer.id()), account, "former@example.jp");
        recoveryRequests.take(
                insurers.now(insurer.id()),
                new Forgotten.Password(account.userId(), new BirthDate(Given.BIRTH_DATE)),
                Language.JA,
                new AuditLog.Source("192.0.2.7", "TEST-TEST"));
        sessions.open(account, new Proof.Password(true, clock.instant()));
        insurers.add(new InsurerService(
                insurer.id(),
                1,
                new InsurerService.Words("健診の予約", "予約ができます。"),
                new InsurerService.Words("Check-ups", "Make an appointment."),
                URI.create("https://kenshin.test.example/")));
        NoticeWording.Words words = new NoticeWording.Words("お知らせ", "本文");
        NoticeWording wording = NoticeWording.of(words, words);
        InsurerNotice notice = notices.add(new InsurerNotice(insurer.id(), wording, clock.instant()));
        notices.markRead(new Reader(insurer.id(), "9999", account.id()), notice.id());
        reset.showCode(visiting.beginAsCaller(account));
        Caller manager = visiting.atWork(given.staff(insurer, StaffRole.MANAGER));
        letters.make(insurers.now(insurer.id()), manager, LetterSelection.FIRST, "");
        letterTexts.change(insurers.now(insurer.id()), manager, LetterTexts.standard(InitialPasswordKind.DERIVED));
        TermsWording.Twice next = new TermsWording.Twice("二版", "Second version");
        termsDrafts.save(insurers.now(insurer.id()), manager.accountId(), 0, TermsWording.of(Optional.empty(), next));
        noticeDrafts.begin(
                insurer.id(), manager.accountId(), wording, new NoticeDraft.Days(Optional.empty(), Optional.empty()));
        rosterFiles.bring(insurers.now(insurer.id()), manager, "1,10,見本 花子,ミホン ハナコ,S55.12.1,2000/4/1");
        auditChecks.ask();
        Grounds grounds = new Grounds(HelpReason.WRONG_ADDRESS, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
        helpRequests.ask(
                insurers.now(insurer.id()),
                manager,
                account.id(),
                Deed.EMAIL_CORRECTION,
                grounds,
                Optional.of(new EmailAddress("another@example.jp")));
        insurers.change(insurer.id(), insurer.profile(), manager.accountId(), clock.instant());
    }

    @Test
    void anInstantIsStoredAsATimeStamp() throws Exception {
        Account account = given.anAccount();
        Instant confirmed = clock.instant();

        transactions.commit(() -> accounts.lock(account.id()).confirmBirthDate(confirmed));

        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select birth_date_confirmed_at from account where id = ?")) {
            select.setLong(1, account.id());
            ResultSet row = select.executeQuery();
            row.next();
            assertThat(row.getObject(1, OffsetDateTime.class)).isEqualTo(confirmed.atOffset(ZoneOffset.UTC));
        }
        assertThat(entities.find(Account.class, account.id()).birthDateConfirmedAt())
                .contains(confirmed);
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNothing() throws Exception {
        Account account = given.anAccount();

        transactions.rollBack(() -> {
            accounts.lock(account.id()).endSessions();
            entities.flush();
            assertThat(epochBySql(account))
                    .as("seen by SQL within the same transaction")
                    .isEqualTo(1);
        });

        assertThat(epochBySql(account)).isZero();
    }

    private int epochBySql(Account account) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select epoch from account where id = ?")) {
            select.setLong(1, account.id());
            ResultSet row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
