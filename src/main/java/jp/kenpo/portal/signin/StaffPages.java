package jp.kenpo.portal.signin;

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

    /** Where they take the code that a member reads to them. */
    public static final String DESK_CODE = FOLDER + "desk-code.xhtml";

    /** In the address of each of them that is about a member: the number of his account. */
    public static final String ACCOUNT = "account";

    private StaffPages() {}

    /** What is done on a page; empty where nothing is that needs a fresh proof. */
    static Optional<Action> actionOn(String path) {
        return switch (path) {
            case FACTORS_RESET, RECOVERY_STOP, DESK_CODE -> Optional.of(Action.HELP_MEMBER);
            default -> Optional.empty();
        };
    }
}
