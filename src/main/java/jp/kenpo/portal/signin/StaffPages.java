package jp.kenpo.portal.signin;

import java.util.List;
import java.util.Optional;

/** Where the insurer's staff work. */
public final class StaffPages {

    static final String FOLDER = "/administration/";

    /** Where they find a member. */
    public static final String HELP_DESK = FOLDER + "help-desk.xhtml";

    /** What they see of him. */
    public static final String MEMBER = FOLDER + "member.xhtml";

    /** Where every second factor of his is taken away. */
    public static final String FACTORS_RESET = FOLDER + "factors-reset.xhtml";

    /** Where the wait of somebody who says that he has none of his devices any more is ended. */
    public static final String RECOVERY_STOP = FOLDER + "recovery-stop.xhtml";

    /** Where all that he is signed in by is ended. */
    public static final String SESSIONS_END = FOLDER + "sessions-end.xhtml";

    /** Where he is let try again at once. */
    public static final String UNLOCK = FOLDER + "unlock.xhtml";

    /** Where his own password is taken away, so that the initial one works again. */
    public static final String PASSWORD_RESET = FOLDER + "password-reset.xhtml";

    /** Where another address is entered for him. */
    public static final String EMAIL_CORRECTION = FOLDER + "email-correction.xhtml";

    /** Where they see where somebody is stuck who reads them the code of his visit. */
    public static final String SUPPORT_CODE = FOLDER + "support-code.xhtml";

    /** Where they see what others of them want done. */
    public static final String APPROVALS = FOLDER + "approvals.xhtml";

    /** Where they do it, or have it not done. */
    public static final String APPROVAL = FOLDER + "approval.xhtml";

    /** In its address: which it is. */
    public static final String REQUEST = "id";

    /** Where they take the code that a member reads to them. */
    public static final String DESK_CODE = FOLDER + "desk-code.xhtml";

    /** In the address of each of them that is about a member: the number of his account. */
    public static final String ACCOUNT = "account";

    /** Where managers bring their insurer's members in. */
    static final String ROSTER_FOLDER = FOLDER + "roster/";

    /** Where they bring a file, and see those that were brought. */
    public static final String ROSTERS = ROSTER_FOLDER + "imports.xhtml";

    /** What takes the file. */
    public static final String ROSTER_FILE = ROSTER_FOLDER + "file";

    /** Where they say which of its columns is which. */
    public static final String ROSTER_COLUMNS = ROSTER_FOLDER + "columns.xhtml";

    /** How far it is, and what it changes. */
    public static final String ROSTER = ROSTER_FOLDER + "import.xhtml";

    /** Where they have it taken over. */
    public static final String ROSTER_RUN = ROSTER_FOLDER + "run.xhtml";

    /** Where they have put back what it changed. */
    public static final String ROSTER_UNDO = ROSTER_FOLDER + "undo.xhtml";

    /** In the address of each of them that is about one: its number. */
    public static final String IMPORT = "import";

    /** Where managers see the insurer's staff. */
    public static final String STAFF = FOLDER + "staff/list.xhtml";

    /** Where they invite one more. */
    public static final String STAFF_INVITATION = FOLDER + "staff/invitation.xhtml";

    /** Where they change what one of them may do. */
    public static final String COLLEAGUE = FOLDER + "staff/colleague.xhtml";

    /** Where managers see the letters that were made. */
    public static final String LETTERS = FOLDER + "letters/list.xhtml";

    /** Where they have more made. */
    public static final String LETTERS_NEW = FOLDER + "letters/new.xhtml";

    /** What they say in them. */
    public static final String LETTERS_WORDS = FOLDER + "letters/words.xhtml";

    /** Letters as a PDF: those of a batch, whose number stands in the address. */
    public static final String LETTERS_FILE = FOLDER + "letters/letters.pdf";

    /** In that address: the number of the batch. */
    public static final String BATCH = "batch";

    /** Where the help desk has one made for a member. */
    public static final String LETTER = FOLDER + "letter.xhtml";

    /** The same as a PDF. */
    public static final String LETTER_FILE = FOLDER + "letter.pdf";

    /** Where managers see which terms hold, and who accepted them. */
    public static final String TERMS = FOLDER + "terms/list.xhtml";

    /** Where they write the next ones. */
    public static final String TERMS_DRAFT = FOLDER + "terms/draft.xhtml";

    /** Where they see what those will look like. */
    public static final String TERMS_PREVIEW = FOLDER + "terms/preview.xhtml";

    /** Where they publish them. */
    public static final String TERMS_PUBLISH = FOLDER + "terms/publish.xhtml";

    /** Where they take back what has not come into force. */
    public static final String TERMS_TAKE_BACK = FOLDER + "terms/take-back.xhtml";

    /** In the address of each of them that is about a version: its number. */
    public static final String VERSION = "version";

    /** Where they see what members are told. */
    public static final String NOTICES = FOLDER + "notices/list.xhtml";

    /** Where they write what they will be told. */
    public static final String NOTICE_DRAFT = FOLDER + "notices/draft.xhtml";

    /** In the address of each page about what is being written: its number. */
    public static final String DRAFT = "draft";

    /** Where they see what members will read. */
    public static final String NOTICE_PREVIEW = FOLDER + "notices/preview.xhtml";

    /** Where they tell them. */
    public static final String NOTICE_PUBLISH = FOLDER + "notices/publish.xhtml";

    /** Where they take it back. */
    public static final String NOTICE_TAKE_BACK = FOLDER + "notices/take-back.xhtml";

    /** Where managers see what they decided for the insurer. */
    public static final String SETTINGS = FOLDER + "settings/overview.xhtml";

    /** Where they decide what it is called, and its colour. */
    public static final String SETTINGS_BRAND = FOLDER + "settings/brand.xhtml";

    /** Where they bring its logo. */
    public static final String SETTINGS_LOGO = FOLDER + "settings/logo.xhtml";

    /** What takes the logo. */
    static final String LOGO_FILE = FOLDER + "settings/logo";

    /** Where they decide how it is reached. */
    public static final String SETTINGS_CONTACT = FOLDER + "settings/contact.xhtml";

    /** Where they decide how its members sign in. */
    public static final String SETTINGS_POLICY = FOLDER + "settings/policy.xhtml";

    /** Where they see who decided what. */
    static final String SETTINGS_HISTORY = FOLDER + "settings/history.xhtml";

    /** Where they have hold again what held before. */
    public static final String SETTINGS_REVERT = FOLDER + "settings/revert.xhtml";

    /** In its address: the number of what held. */
    public static final String FORMER_SETTINGS = "id";

    /** Where the record is read. */
    public static final String AUDIT = FOLDER + "audit.xhtml";

    /** The same as a file. */
    public static final String AUDIT_FILE = FOLDER + "audit.csv";

    /** How the first login goes. */
    static final String FIGURES = FOLDER + "figures.xhtml";

    /** The same as a file. */
    static final String FIGURES_FILE = FOLDER + "figures.csv";

    /** All that auditors see. */
    static final List<String> OF_THE_AUDITOR = List.of(AUDIT, AUDIT_FILE, FIGURES, FIGURES_FILE);

    /** What the help desk works with; a page to come is the managers' alone until it stands here. */
    static final List<String> OF_THE_HELP_DESK = List.of(
            HELP_DESK,
            MEMBER,
            FACTORS_RESET,
            RECOVERY_STOP,
            SESSIONS_END,
            UNLOCK,
            PASSWORD_RESET,
            EMAIL_CORRECTION,
            DESK_CODE,
            SUPPORT_CODE,
            APPROVALS,
            APPROVAL,
            LETTER,
            LETTER_FILE);

    private StaffPages() {}

    /** The page on which a file is offered; of a page, itself. */
    static String pageOf(String path) {
        return switch (path) {
            case LETTERS_FILE -> LETTERS;
            case LETTER_FILE -> MEMBER;
            default -> path;
        };
    }

    /** What is done on a page; empty where nothing is that needs a fresh proof. */
    static Optional<Action> actionOn(String path) {
        return switch (path) {
            case FACTORS_RESET,
                    RECOVERY_STOP,
                    SESSIONS_END,
                    UNLOCK,
                    PASSWORD_RESET,
                    EMAIL_CORRECTION,
                    DESK_CODE,
                    SUPPORT_CODE,
                    APPROVAL,
                    LETTER,
                    LETTER_FILE -> Optional.of(Action.HELP_MEMBER);
            case ROSTER_RUN, ROSTER_UNDO -> Optional.of(Action.IMPORT_MEMBERS);
            case STAFF_INVITATION, COLLEAGUE -> Optional.of(Action.CHANGE_STAFF);
            case LETTERS_NEW, LETTERS_WORDS, LETTERS_FILE -> Optional.of(Action.MAKE_LETTERS);
            case TERMS_PUBLISH, TERMS_TAKE_BACK, NOTICE_PUBLISH, NOTICE_TAKE_BACK -> Optional.of(Action.PUBLISH);
            case SETTINGS_BRAND, SETTINGS_LOGO, SETTINGS_CONTACT, SETTINGS_POLICY, SETTINGS_REVERT ->
                Optional.of(Action.CHANGE_SETTINGS);
            default -> Optional.empty();
        };
    }
}
