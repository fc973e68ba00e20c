package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.platform.Clocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many statements and commits each page and form asks of the database, held to statements.txt. More is no fault by
 * itself, but is to be noticed: what a login costs beside its hash is mostly this.
 */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String CODE = "/sign-in/second-factor.xhtml";
    private static final String PASSKEY = "/sign-in/passkey.xhtml";
    private static final String PASSKEY_FAILED = "/sign-in/passkey-failed.xhtml";
    private static final String USER_ID_AND_METHOD = "/first-login/user-id-and-method.xhtml";
    private static final String METHOD = "/mfa-setup/method.xhtml";
    private static final String SET_UP_APP = "/mfa-setup/one-time-password.xhtml";
    private static final String SET_UP_PASSKEY = "/mfa-setup/passkey.xhtml";
    private static final String FORGOTTEN_PASSWORD = "/recovery/forgotten-password.xhtml";
    private static final String FORGOTTEN_USER_ID = "/recovery/forgotten-user-id.xhtml";
    private static final String NEW_PASSWORD = "/recovery/new-password.xhtml";
    private static final String ACCOUNT = "/member/account.xhtml";
    private static final String DEVICE = "/member/device.xhtml";
    private static final String DEVICE_REMOVAL = "/member/device-removal.xhtml";
    private static final String PREFERRED_METHOD = "/member/preferred-method.xhtml";
    private static final String EMAIL = "/member/email.xhtml";
    private static final String EMAIL_CODE = "/member/email-code.xhtml";
    private static final String RECOVERY_CODES = "/member/recovery-codes.xhtml";
    private static final String NEW_RECOVERY_CODES = "/member/new-recovery-codes.xhtml";
    private static final String SESSIONS = "/member/sessions.xhtml";
    private static final String NOT_ME = "/member/not-me.xhtml";
    private static final String PASSWORD = "/member/password.xhtml";
    private static final String USER_ID = "/member/user-id.xhtml";
    private static final String LOST_DEVICE = "/sign-in/lost-device.xhtml";
    private static final String LOST_DEVICE_CODE = "/sign-in/lost-device-code.xhtml";
    private static final String HELP_DESK = "/administration/help-desk.xhtml";
    private static final String ENROLMENT = "/sign-in/enrolment.xhtml";
    private static final String ENROLMENT_CODE = "/sign-in/enrolment-code.xhtml";
    private static final String DESK_CODE = "/sign-in/desk-code.xhtml";
    private static final Pattern SHOWN = Pattern.compile("class=\"desk-code\">([0-9 ]{7})<");
    private static final String[] GROUNDS = {"reason", "lost-device", "check-name", "on", "check-called-back", "on"};
    private static final String WAITING_RECOVERY = "/member/waiting-recovery.xhtml";
    private static final String RECOVERY_CODE = "/sign-in/recovery-code.xhtml";
    private static final String NOTICE = "/member/notice.xhtml";
    private static final String HOME = "/member/home.xhtml";

    private static final String[] CANCELLED = {"passkey-failure", "NotAllowedError"};

    private final PortalWithDatabase both;
    private final DatabaseServer database;
    private StatementTrace trace;

    StatementsIT(PortalWithDatabase both) {
        this.both = both;
        this.database = both.database();
    }

    /** What is kept in memory is there then, and so are the rows by which those who come from one address are counted. */
    @BeforeAll
    void begin() {
        Newcomer first = Newcomer.atDemo(both).asFarAs(USER_ID_AND_METHOD).signOut();
        trace = new StatementTrace(both);
        guess(new Ledger(trace, first), "nobody");
    }

    @AfterAll
    void end() {
        trace.close();
    }

    @Test
    void aTableThatIsReadThroughIsNoticed() {
        assertThat(trace.plan("select id from member where kana = ?")).contains(Ledger.READ_THROUGH);
    }

    @Test
    void aPasskeySignsIn() throws IOException {
        Newcomer member =
                Newcomer.at("demo", both.portal().demo(), both, "PASSKEY").asFarAs(SET_UP_PASSKEY);
        PasskeyPhone phone = new PasskeyPhone(member, both.portal().demo());
        member.visitor().ask(phone.create(SET_UP_PASSKEY, "button-go-on", options(member, "/mfa-setup")));
        member.signOut();
        Ledger ledger = new Ledger(trace, member);

        ledger.when("cancelled").press(LOGIN, "button-sign-in-with-passkey", CANCELLED);
        ledger.get(PASSKEY_FAILED);
        Answer options = ledger.when("alone").ask(PasskeyPhone.options("/sign-in"));
        ledger.ask(phone.signIn(PASSKEY_FAILED, "button-again", options));
        ledger.get(HOME);
        member.signOut();
        ledger.ask(phone.signIn(LOGIN, "button-sign-in-with-passkey", options(member, "/sign-in")));
        member.signOut().logIn();
        ledger.get(PASSKEY);
        ledger.when("cancelled").press(PASSKEY, "button-go-on", CANCELLED);
        options = ledger.when("after the password").ask(PasskeyPhone.options("/sign-in"));
        ledger.ask(phone.signIn(PASSKEY, "button-go-on", options));
        member.visitor().ask(member.formOf(SET_UP_APP));
        ledger.get(PREFERRED_METHOD);
        ledger.press(PREFERRED_METHOD, "button-change", "method", "OTP");

        ledger.hold("aPasskeySignsIn");
    }

    private static Answer options(Newcomer member, String folder) {
        return member.visitor().ask(PasskeyPhone.options(folder));
    }

    @Test
    void aReturningLoginAndWhatFollows() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).signOut();
        Ledger ledger = new Ledger(trace, member);

        ledger.get(LOGIN);
        ledger.take(LOGIN);
        ledger.get(CODE);
        ledger.get("/sign-in/other-methods.xhtml");
        ledger.when("wrong").press(CODE, "button-submit", "one-time-password", "000000");
        String before = member.visitor().cookies();
        WireRequest code = member.formOf(CODE);
        ledger.ask(code);
        ledger.when("a double click").ask(code.butWith("Cookie", before));
        ledger.get(HOME);
        for (String file : List.of("/brand/1/accent.css", "/brand/1/logo.svg", "/assets/any/portal.css")) {
            ledger.get(file);
        }
        ledger.post("/preferences", "language=en&back=/member/home.xhtml");
        ledger.get(METHOD);
        ledger.when("for one more").press(METHOD, "button-submit", "method", "OTP");
        ledger.when("for one more").get(SET_UP_APP);
        stayTooLong(ledger, member);

        ledger.hold("aReturningLoginAndWhatFollows");
    }

    @Test
    void anAccountIsSeenTo() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database);
        String old = "?device=" + find(member, ACCOUNT, "otp-[0-9]+");
        member.visitor().ask(member.formOf(SET_UP_APP));
        Ledger ledger = new Ledger(trace, member);

        ledger.get(ACCOUNT);
        ledger.get(DEVICE + old);
        ledger.press(DEVICE + old, "button-rename", "device-name", "iPad");
        ledger.get(DEVICE_REMOVAL + old);
        ledger.press(DEVICE_REMOVAL + old, "button-remove");
        ledger.when("gone").get(DEVICE + old);
        ledger.get(NEW_RECOVERY_CODES);
        ledger.press(NEW_RECOVERY_CODES, "button-make");
        ledger.when("made").get(RECOVERY_CODES);
        ledger.get("/member/recovery-codes.txt");
        String code = find(member, RECOVERY_CODES, "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        ledger.press(RECOVERY_CODES, "button-ok", "kept", "on");
        ledger.get(RECOVERY_CODES);
        ledger.when("with codes").get(HOME);
        member.signOut().logIn();
        ledger.get(RECOVERY_CODE);
        ledger.when("wrong").press(RECOVERY_CODE, "button-submit", "recovery-code", "222222222222");
        ledger.press(RECOVERY_CODE, "button-submit", "recovery-code", code);

        ledger.hold("anAccountIsSeenTo");
    }

    @Test
    void allDevicesAreLost() throws IOException {
        Newcomer member =
                Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database).signOut();
        Newcomer signedIn = member.elsewhere(new Visitor(both.portal().demo()));
        member.logIn();
        Ledger ledger = new Ledger(trace, member);

        ledger.get(LOST_DEVICE);
        ledger.press(LOST_DEVICE, "button-send");
        ledger.get(LOST_DEVICE_CODE);
        ledger.when("too early").press(LOST_DEVICE_CODE, "button-resend");
        ledger.when("wrong").press(LOST_DEVICE_CODE, "button-submit", "confirmation-code", "000000");
        String code = member.awaitEmailCode();
        ledger.when("to begin").press(LOST_DEVICE_CODE, "button-submit", "confirmation-code", code);
        ledger.when("waiting").get(LOST_DEVICE);
        String stop = member.awaitStopLink();
        ledger.get(stop);
        both.time().moveBy(Duration.ofHours(24));
        member.logIn();
        ledger.when("at last").press(LOST_DEVICE, "button-send");
        ledger.when("to enter")
                .press(LOST_DEVICE_CODE, "button-submit", "confirmation-code", member.awaitEmailCodeAfter(code));
        ledger.when("over").get(stop);
        signedIn.losesAllDevices();
        ledger.get(WAITING_RECOVERY);
        ledger.press(WAITING_RECOVERY, "button-stop");
        ledger.when("stopped").get(WAITING_RECOVERY);

        ledger.hold("allDevicesAreLost");
    }

    @Test
    void aRecoveryIsStoppedByMailAndWhoHasNoAddressGetsANumber() throws IOException {
        Newcomer member = Newcomer.atDemo(both)
                .asFarAs(HOME)
                .confirmsHisAddress(database)
                .signOut()
                .losesAllDevices();
        Ledger ledger = new Ledger(trace, member);
        ledger.press(member.awaitStopLink(), "button-stop");
        ledger.get("/recovery/stopped.xhtml");
        database.run("update account set email_state = 'LATER' where user_id = '" + member.userId() + "'");
        ledger.press(LOST_DEVICE, "button-reference");

        ledger.hold("aRecoveryIsStoppedByMailAndWhoHasNoAddressGetsANumber");
    }

    @Test
    void staffHelpMembers() throws IOException {
        Newcomer staff = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "HELP_DESK");
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).signOut();
        Ledger ledger = new Ledger(trace, staff);

        ledger.get(HELP_DESK);
        ledger.press(HELP_DESK, "button-search", "searched-user-id", member.userId());
        ledger.when("by number").press(HELP_DESK, "button-search", "symbol", "9999", "number", member.number());
        ledger.when("by birth date").press(HELP_DESK, "button-search", "searched-birth-date", "19710203");
        ledger.when("by reference").press(HELP_DESK, "button-search", "reference", "ABCD-2345");
        ledger.get(about(member, "member"));
        ledger.press(about(member, "member"), "button-look", "look-reason", "called");
        ledger.when("once it is said why").get(about(member, "member"));
        String unlock = about(member, "unlock");
        ledger.get(unlock);
        ledger.press(unlock, "button-unlock", "reason", "mistyped", "check-name", "on", "check-called-back", "on");
        String email = about(member, "email-correction");
        ledger.get(email);
        ledger.press(
                email,
                "button-correct",
                "new-email",
                "other@example.jp",
                "reason",
                "wrong-address",
                "check-name",
                "on",
                "check-called-back",
                "on");
        String end = about(member, "sessions-end");
        ledger.get(end);
        ledger.press(end, "button-end", GROUNDS);
        String password = about(member, "password-reset");
        ledger.get(password);
        ledger.press(
                password,
                "button-reset",
                "reason",
                "forgotten-password",
                "check-name",
                "on",
                "check-called-back",
                "on");
        database.run("update account set password_hash = (select max(password_hash) from account where password_hash"
                + " is not null), password_set_at = email_decided_at where user_id = '" + member.userId() + "'");
        String reset = about(member, "factors-reset");
        ledger.get(reset);
        ledger.when("without grounds").press(reset, "button-reset");
        ledger.press(reset, "button-reset", GROUNDS);
        ledger.as(member.logIn()).get(ENROLMENT);
        ledger.get(DESK_CODE);
        ledger.press(DESK_CODE, "button-show");
        Matcher code = SHOWN.matcher(ledger.when("shown").get(DESK_CODE).body());
        assertThat(code.find()).isTrue();
        ledger.when("too early").press(DESK_CODE, "button-go-on");
        String take = about(member, "desk-code");
        ledger.as(staff).get(take);
        ledger.when("wrong").press(take, "button-take", "desk-code", "000000");
        ledger.press(take, "button-take", "desk-code", code.group(1));
        ledger.as(member).press(DESK_CODE, "button-go-on");

        ledger.hold("staffHelpMembers");
    }

    @Test
    void whoseDevicesWereResetShowsACodeOfHisMailAndAWaitIsStopped() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database);
        database.run("update account set password_set_at = email_decided_at where user_id = '" + member.userId() + "'");
        member.signOut().isResetByStaff(both).logIn();
        Newcomer waiting = Newcomer.atDemo(both)
                .asFarAs(HOME)
                .confirmsHisAddress(database)
                .signOut()
                .losesAllDevices();
        Ledger ledger = new Ledger(trace, member);

        ledger.press(ENROLMENT, "button-send");
        ledger.get(ENROLMENT_CODE);
        ledger.when("too early").press(ENROLMENT_CODE, "button-resend");
        ledger.when("wrong").press(ENROLMENT_CODE, "button-submit", "confirmation-code", "000000");
        ledger.press(ENROLMENT_CODE, "button-submit", "confirmation-code", member.awaitEmailCode());
        // Not before: to wait for mail takes long, and whoever was not seen for a minute has his last use noted.
        Newcomer staff = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "HELP_DESK");
        String stop = about(waiting, "recovery-stop");
        staff.press(about(waiting, "member"), "button-look", "look-reason", "called");
        ledger.as(staff).get(stop);
        ledger.press(stop, "button-stop", GROUNDS);

        ledger.hold("whoseDevicesWereResetShowsACodeOfHisMailAndAWaitIsStopped");
    }

    @Test
    void staffWriteToMembers() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        Newcomer member = Newcomer.atDemo(both);
        Ledger ledger = new Ledger(trace, manager);
        String make = "/administration/letters/new.xhtml";

        ledger.get(make);
        ledger.when("to nobody").press(make, "button-make", "selection", "again");
        ledger.press(make, "button-make", "selection", "first", "letters-symbol", "9999");
        ledger.get("/administration/letters/list.xhtml");
        ledger.get("/administration/letters/letters.pdf?batch=" + database.number("select max(id) from letter_batch"));
        ledger.when("sample").get("/administration/letters/letters.pdf");
        String words = "/administration/letters/words.xhtml";
        ledger.get(words);
        ledger.press(words, "button-save", "opening", "拝啓", "closing", "敬具");
        String letter = about(member, "letter");
        manager.press(about(member, "member"), "button-look", "look-reason", "called");
        ledger.get(letter);
        ledger.press(letter, "button-make", "reason", "no-letter", "check-name", "on", "check-called-back", "on");
        ledger.get(letter.replace(".xhtml", ".pdf"));

        ledger.hold("staffWriteToMembers");
    }

    @Test
    void aManagerPublishesTerms() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        Ledger ledger = new Ledger(trace, manager);
        String list = "/administration/terms/list.xhtml";
        String draft = "/administration/terms/draft.xhtml";
        String tomorrow =
                LocalDate.ofInstant(both.time().now(), Clocks.JAPAN).plusDays(1).toString();

        ledger.get(list);
        ledger.get(draft);
        ledger.press(
                draft, "button-save-and-preview", "text-ja", "次の規約", "text-en", "Next terms", "effective-on", tomorrow);
        ledger.get("/administration/terms/preview.xhtml");
        ledger.get("/administration/terms/publish.xhtml");
        ledger.press("/administration/terms/publish.xhtml", "button-publish");
        int next = (int) database.number("select max(number) from terms_version");
        String version = "/administration/terms/version.xhtml?version=" + next;
        ledger.get(version);
        ledger.get("/administration/terms/acceptances.csv?version=" + next);
        ledger.get("/information/new-terms.xhtml");
        String takeBack = "/administration/terms/take-back.xhtml?version=" + next;
        ledger.get(takeBack);
        ledger.press(takeBack, "button-take-back");
        ledger.press("/administration/terms/preview.xhtml", "button-discard");
        ledger.as(Newcomer.atDemo(both).asFarAs(HOME)).get("/member/terms.xhtml");
        ledger.get(
                "/member/accepted-terms.xhtml?version=" + database.number("select max(number) from terms_acceptance"));

        ledger.hold("aManagerPublishesTerms");
    }

    @Test
    void aManagerTellsMembers() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        Newcomer.atDemo(both);
        Ledger ledger = new Ledger(trace, manager);
        String draft = "/administration/notices/draft.xhtml";

        ledger.get("/administration/notices/list.xhtml");
        ledger.get(draft);
        String[] written = {"title-ja", "題", "notice-ja", "文", "title-en", "Title", "notice-en", "Text"};
        String preview = ledger.press(draft, "button-save-and-preview", written).location();
        ledger.get(preview);
        String again = preview.replace("preview", "draft");
        ledger.when("of what was saved").get(again);
        ledger.when("again").press(again, "button-save-and-preview", written);
        ledger.when("for a symbol")
                .press(
                        again,
                        "button-save-and-preview",
                        Stream.concat(Stream.of(written), Stream.of("notice-symbol", "9999"))
                                .toArray(String[]::new));
        ledger.get(preview.replace("preview", "publish"));
        ledger.press(preview.replace("preview", "publish"), "button-publish");
        String id = "?id=" + database.number("select max(id) from notice");
        ledger.get("/administration/notices/notice.xhtml" + id);
        ledger.get("/administration/notices/take-back.xhtml" + id);
        ledger.press("/administration/notices/take-back.xhtml" + id, "button-take-back");
        String back =
                "/administration/notices/preview.xhtml?draft=" + database.number("select max(id) from notice_draft");
        ledger.press(back, "button-discard");

        ledger.hold("aManagerTellsMembers");
    }

    @Test
    void staffLookWhereSomebodyIsStuck() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/first-login/terms.xhtml");
        Newcomer colleague = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "HELP_DESK");
        Ledger ledger = new Ledger(trace, member);
        String contact = "/information/contact.xhtml";
        String desk = "/administration/support-code.xhtml";

        ledger.when("of a visit").get(contact);
        ledger.press(contact, "button-show");
        ledger.as(colleague).get(desk);
        ledger.when("nobody's").press(desk, "button-find", "support-code", "12345");
        String code = database.text("select code from support_code order by shown_at desc limit 1");
        Answer found = ledger.press(desk, "button-find", "support-code", code);
        ledger.ask(PageForm.with("button-end", found).press("button-end"));

        ledger.hold("staffLookWhereSomebodyIsStuck");
    }

    @Test
    void twoOfTheStaffHelp() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME);
        Newcomer first = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "HELP_DESK");
        Newcomer second = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "HELP_DESK");
        helpApproval("TWO");
        try {
            first.visitor().get("/information/contact.xhtml");
            Ledger ledger = new Ledger(trace, first);
            String reset = about(member, "factors-reset");
            first.press(about(member, "member"), "button-look", "look-reason", "called");

            ledger.when("asked for")
                    .press(
                            reset,
                            "button-reset",
                            "reason",
                            "lost-device",
                            "check-name",
                            "on",
                            "check-called-back",
                            "on");
            ledger.as(second).get("/administration/help-desk.xhtml");
            ledger.press(about(member, "member"), "button-look", "look-reason", "called");
            ledger.when("with something to approve").get(about(member, "member"));
            ledger.get("/administration/approvals.xhtml");
            String approval =
                    "/administration/approval.xhtml?id=" + database.number("select max(id) from help_request");
            ledger.get(approval);
            ledger.press(approval, "button-approve");
            ledger.as(first)
                    .when("asked for once more")
                    .press(
                            reset,
                            "button-reset",
                            "reason",
                            "lost-device",
                            "check-name",
                            "on",
                            "check-called-back",
                            "on");
            String again = "/administration/approval.xhtml?id=" + database.number("select max(id) from help_request");
            ledger.press(again, "button-decline");

            ledger.hold("twoOfTheStaffHelp");
        } finally {
            helpApproval("ONE");
        }
    }

    private void helpApproval(String number) {
        database.run("update insurer_policy set help_approval = '" + number + "'");
        database.run("update insurer set revision = revision + 1");
    }

    @Test
    void aManagerDecidesForTheInsurer() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        Ledger ledger = new Ledger(trace, manager);
        String folder = "/administration/settings/";

        ledger.get(folder + "overview.xhtml");
        ledger.get(folder + "brand.xhtml");
        ledger.press(folder + "brand.xhtml", "button-save", "accent", "#ffffff");
        ledger.when("as it is").press(folder + "brand.xhtml", "button-save");
        ledger.when("another").press(folder + "brand.xhtml", "button-save", "accent", "#a8325e");
        ledger.get(folder + "contact.xhtml");
        ledger.press(folder + "contact.xhtml", "button-save", "phone", "03-0000-0001");
        ledger.get(BroughtLogo.PAGE);
        ledger.get(BroughtLogo.FILE);
        ledger.ask(BroughtLogo.of("red"));
        ledger.get(folder + "policy.xhtml");
        ledger.press(
                folder + "policy.xhtml",
                "button-save",
                "password-profile",
                "manual",
                "initial-password",
                "derived",
                "offered-methods",
                "both",
                "hand-over",
                "choice",
                "offered-languages",
                "both",
                "help-approval",
                "one",
                "absolute-hours",
                "13");
        ledger.get(folder + "history.xhtml");
        String former = folder + "revert.xhtml?id=";
        ledger.get(former + database.number("select min(id) from former_profile"));
        ledger.press(former + database.number("select min(id) from former_profile"), "button-revert");
        String policies = "select max(id) from insurer_policy where decided_by is null"
                + " and insurer_id = (select id from insurer where code = 'demo')";
        ledger.when("to a policy").press(former + database.number(policies), "button-revert");

        ledger.hold("aManagerDecidesForTheInsurer");
        InsurerAsItWas.in(both);
    }

    @Test
    void aManagerImportsMembers() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        String row = "6999,1,取込 花子,トリコミ ハナコ,S55.12.1,R2.4.1";
        Ledger ledger = new Ledger(trace, manager);

        ledger.get(BroughtRoster.PAGE);
        ledger.get(BroughtRoster.FILE);
        String roster = ledger.ask(BroughtRoster.ofChanges(row)).location();
        awaitState("CHECKED");
        ledger.get(roster);
        ledger.get(roster.replace("import.xhtml", "progress"));
        ledger.get(roster.replace("import.xhtml", "faults.csv"));
        String columns = roster.replace("import.xhtml", "columns.xhtml");
        ledger.get(columns);
        ledger.press(columns, "button-decide");
        awaitState("CHECKED");
        String run = roster.replace("import.xhtml", "run.xhtml");
        ledger.get(run);
        ledger.press(run, "button-run");
        awaitState("DONE");
        ledger.when("done").get(roster);
        String undo = roster.replace("import.xhtml", "undo.xhtml");
        ledger.get(undo);
        ledger.press(undo, "button-undo");
        awaitState("UNDONE");
        roster = ledger.when("again").ask(BroughtRoster.ofChanges(row)).location();
        awaitState("CHECKED");
        ledger.press(roster, "button-give-up");

        ledger.hold("aManagerImportsMembers");
    }

    /** Of the import that was brought last. */
    private void awaitState(String state) {
        Await.until(
                state,
                () -> database.number("select count(*) from roster_import where state = '" + state
                                + "' and id = (select max(id) from roster_import)")
                        == 1);
    }

    @Test
    void aManagerInvitesStaff() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        Newcomer other = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "HELP_DESK");
        Ledger ledger = new Ledger(trace, manager);

        ledger.get("/administration/staff/list.xhtml");
        String invitation = "/administration/staff/invitation.xhtml";
        ledger.get(invitation);
        ledger.when("empty").press(invitation, "button-invite");
        ledger.press(
                invitation,
                "button-invite",
                "staff-name",
                "窓口 花子",
                "staff-user-id",
                "statements01",
                "staff-email",
                "statements01@example.jp",
                "role",
                "help-desk");
        String colleague = about(other, "staff/colleague");
        ledger.get(colleague);
        ledger.press(colleague, "button-change-role", "role", "manager");
        ledger.press(colleague, "button-invite-again", "staff-email", "statements02@example.jp");
        ledger.press(colleague, "button-stop");

        ledger.hold("aManagerInvitesStaff");
    }

    @Test
    void aManagerReadsTheRecord() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        Ledger ledger = new Ledger(trace, manager);
        String audit = "/administration/audit.xhtml";

        ledger.get(audit);
        ledger.press(audit, "button-filter", "searched-user-id", manager.userId());
        ledger.when("of one").get(about(manager, "audit"));
        ledger.when("older").get(audit + "?before=1");
        ledger.get("/administration/audit.csv?event=password-changed");
        ledger.press(audit, "button-check");

        ledger.hold("aManagerReadsTheRecord");
    }

    @Test
    void aManagerSeesTheFigures() throws IOException {
        Newcomer manager = Newcomer.atDemo(both).asFarAs(HOME).isOfTheStaff(database, "MANAGER");
        both.time().moveBy(Duration.ofMinutes(2));
        // That the session is in use is noted by this page, not by the next one.
        manager.visitor().get(HELP_DESK);
        Ledger ledger = new Ledger(trace, manager);

        ledger.get("/administration/figures.xhtml");
        ledger.when("within a minute").get("/administration/figures.xhtml");
        ledger.get("/administration/figures.csv");

        ledger.hold("aManagerSeesTheFigures");
    }

    @Test
    void oneOfTheStaffTakesHisInvitation() throws IOException {
        String invitation = Colleague.invitedAtDemo(both, "HELP_DESK").invitation();
        Ledger ledger = new Ledger(trace, Newcomer.atDemo(both));

        ledger.get(invitation);
        ledger.press(invitation, "button-go-on");
        ledger.when("used here").get(invitation);
        ledger.when("over").get("/recovery/invitation.xhtml?token=" + "A".repeat(43));

        ledger.hold("oneOfTheStaffTakesHisInvitation");
    }

    private String about(Newcomer member, String page) {
        long account = database.number("select id from account where user_id = '" + member.userId() + "'");
        return "/administration/" + page + ".xhtml?account=" + account;
    }

    @Test
    void anAddressIsChanged() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database);
        Ledger ledger = new Ledger(trace, member);

        ledger.get(EMAIL);
        ledger.press(EMAIL, "button-submit", "email", "other-" + member.email());
        ledger.when("sent").get(EMAIL_CODE);
        ledger.when("too early").press(EMAIL_CODE, "button-resend");
        ledger.when("wrong").press(EMAIL_CODE, "button-submit", "confirmation-code", "000000");
        ledger.press(EMAIL_CODE, "button-submit", "confirmation-code", member.awaitEmailCode());
        ledger.get(EMAIL_CODE);

        ledger.hold("anAddressIsChanged");
    }

    @Test
    void aFormerAddressIsHadBack() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database);
        String link = member.changesHisAddress();
        Ledger ledger = new Ledger(trace, member);

        ledger.get(link);
        WireRequest back = member.filled(link, "button-restore");
        ledger.ask(back);
        ledger.get("/recovery/address-restored.xhtml");
        ledger.when("a double click").ask(back);
        ledger.when("restored").get(link);
        ledger.when("over").get(link.replaceAll("token=.*", "token=" + "x".repeat(43)));

        ledger.hold("aFormerAddressIsHadBack");
    }

    @Test
    void whereAMemberIsSignedInAndWhatHappened() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME);
        for (int device = 0; device < 3; device++) {
            member.elsewhere(new Visitor(both.portal().demo())).logIn();
        }
        Ledger ledger = new Ledger(trace, member);

        ledger.get(SESSIONS);
        String one = find(member, SESSIONS, "(?<=name=\"button-end\" value=\")[0-9]+");
        WireRequest old = member.filled(SESSIONS, "button-end", "button-end", one);
        ledger.press(SESSIONS, "button-end", "button-end", one);
        ledger.when("over").ask(old);
        ledger.press(SESSIONS, "button-end-others");
        database.run("insert into known_device (token_hash, account_id, known_since, last_sign_in_at) select 'other',"
                + " account_id, known_since, last_sign_in_at from known_device where " + member.isAccount());
        ledger.press(SESSIONS, "button-forget-others");
        String known = find(member, SESSIONS, "(?<=name=\"button-forget\" value=\")[0-9]+");
        WireRequest forget = member.filled(SESSIONS, "button-forget", "button-forget", known);
        ledger.ask(forget);
        ledger.when("forgotten").ask(forget);
        ledger.when("alone").get(SESSIONS);
        ledger.get("/member/history.xhtml");
        ledger.get(NOT_ME);
        WireRequest secure = member.filled(NOT_ME, "button-secure");
        ledger.ask(secure);
        ledger.when("again").ask(secure);
        ledger.when("reported").get(PASSWORD + "?reported");

        ledger.hold("whereAMemberIsSignedInAndWhatHappened");
    }

    @Test
    void whatTheInsurerTellsIsRead() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME);
        String first = "?" + find(member, HOME, "(?<=notice.xhtml.)id=[0-9]+");
        Ledger ledger = new Ledger(trace, member);

        ledger.get("/member/notices.xhtml");
        ledger.get(NOTICE + first);
        ledger.press(NOTICE + first, "button-read");
        ledger.when("read").get(NOTICE + first);
        ledger.when("not his").get(NOTICE);

        ledger.hold("whatTheInsurerTellsIsRead");
    }

    @Test
    void passwordAndUserIdAreChanged() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database);
        String other = "Betsunokotoba77";
        Ledger ledger = new Ledger(trace, member);

        ledger.get(USER_ID);
        ledger.when("taken").press(USER_ID, "button-change", "user-id", "member19");
        ledger.when("kept").press(USER_ID, "button-change");
        ledger.press(USER_ID, "button-change", "user-id", "taro-" + member.number());
        ledger.get(PASSWORD);
        ledger.when("wrong").ask(passwordChange(member, "wrong", other));
        String before = member.visitor().cookies();
        WireRequest right = passwordChange(member, Walk.PASSWORD, other);
        ledger.ask(right);
        Answer again = ledger.when("a double click").ask(right.butWith("Cookie", before));

        assertThat(again.location()).isEqualTo(ACCOUNT + "?notice=password-changed");
        ledger.hold("passwordAndUserIdAreChanged");
    }

    private static WireRequest passwordChange(Newcomer member, String current, String chosen) {
        return member.filled(
                PASSWORD,
                "button-change",
                "current-password",
                current,
                "new-password",
                chosen,
                "password-confirmation",
                chosen);
    }

    private static String find(Newcomer member, String page, String what) {
        Matcher found = Pattern.compile(what).matcher(member.visitor().get(page).body());
        if (!found.find()) {
            throw new IllegalStateException("No " + what + " on " + page);
        }
        return found.group();
    }

    private void stayTooLong(Ledger ledger, Newcomer member) {
        ledger.get("/session");
        ledger.when("to go on").post("/session", "");
        ledger.when("typed").post("/session", "page=" + SET_UP_APP + "&device-name=Pixel");
        both.time().moveBy(Duration.ofMinutes(2));
        ledger.when("after a while").get(HOME);
        both.time().moveBy(Duration.ofMinutes(40));
        ledger.when("too late").get(HOME);
        String typed = Visitor.form("button-submit", "device-name", "Pixel", "one-time-password", "123456");
        ledger.when("too late").post(SET_UP_APP, typed);
        ledger.get("/sign-in/session-over.xhtml");
    }

    @Test
    void aForgottenPassword() throws IOException {
        Newcomer member =
                Newcomer.atDemo(both).asFarAs(HOME).confirmsHisAddress(database).signOut();
        Ledger ledger = new Ledger(trace, member);

        ledger.get(FORGOTTEN_PASSWORD);
        forgetPassword(ledger, member.userId());
        ledger.get("/recovery/sent.xhtml");
        String link = member.awaitLink();
        ledger.get(link);
        ledger.press(link, "button-go-on");
        ledger.when("used here").get(link);
        ledger.take(CODE);
        ledger.get(NEW_PASSWORD);
        String password = "TanpoponoHana27";
        ledger.press(NEW_PASSWORD, "button-submit", "new-password", password, "password-confirmation", password);
        ledger.when("over").get(link);

        ledger.hold("aForgottenPassword");
    }

    private static void forgetPassword(Ledger ledger, String userId) {
        ledger.press(FORGOTTEN_PASSWORD, "button-submit", "user-id", userId, "birth-date", Newcomer.BIRTH_DATE);
    }

    @Test
    void aForgottenUserId() throws IOException {
        Newcomer member = Newcomer.atDemo(both);
        Ledger ledger = new Ledger(trace, member);

        ledger.get(FORGOTTEN_USER_ID);
        forgetUserId(ledger.when("by address"), "email", member.email());
        forgetUserId(ledger.when("by number"), "symbol", "9999", "number", member.number());

        ledger.hold("aForgottenUserId");
    }

    private static void forgetUserId(Ledger ledger, String... known) {
        ledger.press(
                FORGOTTEN_USER_ID,
                "button-submit",
                Stream.concat(Stream.of(known), Stream.of("birth-date", Newcomer.BIRTH_DATE))
                        .toArray(String[]::new));
    }

    @Test
    void whoIsBarred() throws IOException {
        Newcomer late = Newcomer.atDemo(both).cameTooLate(database);
        Newcomer former = Newcomer.atDemo(both).losesMembership(database);
        Ledger ledger = new Ledger(trace, late);

        ledger.when("too late").take(LOGIN);
        ledger.get("/sign-in/initial-password-expired.xhtml");
        ledger.as(former).when("no longer a member").take(LOGIN);
        ledger.get("/sign-in/membership-ended.xhtml");

        ledger.hold("whoIsBarred");
    }

    /** Not only as many: the very same statements, so that no time tells who is a member (ASVS 6.3.8). */
    @Test
    void whoHasNoAccountIsAnsweredAsWhoHas() throws IOException {
        Newcomer member = Newcomer.atDemo(both);
        Ledger known = new Ledger(trace, member);
        Ledger unknown = new Ledger(trace, Newcomer.atDemo(both));

        guess(known, member.userId());
        guess(unknown, "stranger" + member.number());

        known.hold("whoHasNoAccountIsAnsweredAsWhoHas");
        assertThat(unknown.lines()).isEqualTo(known.lines());
    }

    /** Once more than is free. */
    private static void guess(Ledger ledger, String userId) {
        for (String which : List.of("1", "2", "3", "4", "5", "too early")) {
            ledger.when("wrong " + which).press(LOGIN, "button-sign-in", "user-id", userId, "password", "wrong");
        }
        forgetPassword(ledger, userId);
    }

    @Test
    void whatAnybodyReads() throws IOException {
        Ledger ledger = new Ledger(trace, Newcomer.atDemo(both));

        Addresses.pages().stream()
                .filter(page -> page.startsWith("/information/"))
                .forEach(ledger::get);
        ledger.get("/demo/mail");
        ledger.get("/nowhere");

        ledger.hold("whatAnybodyReads");
    }

    @Test
    void whateverAStrangerAsksForCostsTheLookForHisVisitAtMost() throws IOException {
        Ledger ledger = new Ledger(trace, Newcomer.atDemo(both));

        Stream.of(Addresses.pages(), Addresses.services(), Addresses.folders(), Addresses.innerFiles())
                .flatMap(List::stream)
                .forEach(ledger::get);

        assertThat(ledger.lines()).allSatisfy(line -> {
            assertThat(line.statements()).isLessThanOrEqualTo(1);
            assertThat(line.commits()).isZero();
        });
    }

    @Test
    void noPageFormOrServletIsForgotten() throws IOException {
        List<String> requests = StatementTable.requests();

        assertThat(requests)
                .containsAll(
                        Addresses.pages().stream().map(page -> "GET " + page).toList())
                .containsAll(
                        Addresses.forms().stream().map(form -> "POST " + form).toList());
        assertThat(Addresses.servlets())
                .allSatisfy(
                        servlet -> assertThat(requests).anyMatch(request -> request.split(" ")[1].startsWith(servlet)));
    }
}
