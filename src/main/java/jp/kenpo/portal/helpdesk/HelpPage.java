package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** M2 窓口: what is done for a member, each on a page of its own. The address or the form says for whom. */
@Named
@RequestScoped
public class HelpPage {

    @Inject
    Looks looks;

    @Inject
    HelpDesk helpDesk;

    @Inject
    HelpRequests requests;

    @Inject
    GroundsForm grounds;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<Helped> member;
    private @Nullable Boolean open;
    private @Nullable String code;
    private @Nullable String email;

    /** Takes every second factor away. */
    public void resetFactors() {
        upon(Deed.FACTORS_RESET, Notice.SECOND_FACTORS_RESET);
    }

    /** Stops whoever waits for being let in. */
    public void stopRecovery() {
        upon(
                given -> helpDesk.stopRecovery(visit.insurer(), visit.caller(), account(), given),
                "button-stop",
                Notice.RECOVERY_STOPPED_FOR_MEMBER);
    }

    /** Ends all that the member is signed in by. */
    public void endSessions() {
        upon(
                given -> helpDesk.endSessions(visit.insurer(), visit.caller(), account(), given),
                "button-end",
                Notice.SESSIONS_ENDED_FOR_MEMBER);
    }

    /** Lets him try again at once. */
    public void unlock() {
        upon(
                given -> helpDesk.unlock(visit.insurer(), visit.caller(), account(), given),
                "button-unlock",
                Notice.MEMBER_UNLOCKED);
    }

    /** Has the letter printed once more. */
    public void makeLetter() {
        upon(
                given -> helpDesk.makeLetter(visit.insurer(), visit.caller(), account(), given),
                "button-make",
                Notice.LETTER_MADE);
    }

    /** Has the initial password work again. */
    public void resetPassword() {
        upon(Deed.PASSWORD_RESET, Notice.PASSWORD_RESET_FOR_MEMBER);
    }

    /** Enters another address. */
    public void correctEmail() {
        Optional<EmailAddress> address = EmailAddress.parse(email).either(Optional::of, why -> {
            errors.at("new-email", why);
            return Optional.empty();
        });
        Optional<Grounds> given = grounds.given();
        if (address.isEmpty() || given.isEmpty()) {
            return;
        }
        show(
                ask(Deed.EMAIL_CORRECTION, given.get(), address),
                "new-email",
                isToBeApproved() ? Notice.HELP_ASKED_FOR : Notice.EMAIL_CORRECTED);
    }

    /** Whether somebody else of the staff has to approve what opens an account. */
    public boolean isToBeApproved() {
        return HelpRequests.areNeeded(visit.insurer());
    }

    private Change ask(Deed deed, Grounds given, Optional<EmailAddress> address) {
        return requests.ask(visit.insurer(), visit.caller(), account(), deed, given, address);
    }

    private void upon(Deed deed, Notice done) {
        upon(
                given -> ask(deed, given, Optional.empty()),
                "button-reset",
                isToBeApproved() ? Notice.HELP_ASKED_FOR : done);
    }

    private void upon(Function<Grounds, Change> help, String field, Notice done) {
        grounds.given().map(help).ifPresent(outcome -> show(outcome, field, done));
    }

    /** Takes the code that the member reads. */
    public void takeCode() {
        String digits = TypedText.code(code);
        if (digits.matches("[0-9]{6}")) {
            show(
                    helpDesk.takeDeskCode(visit.insurer(), visit.caller(), account(), digits),
                    "desk-code",
                    Notice.DESK_CODE_TAKEN);
        } else {
            errors.at("desk-code", Refusal.of("desk-code.shape"));
        }
    }

    private void show(Change outcome, String field, Notice done) {
        String back = StaffPages.MEMBER + "?" + StaffPages.ACCOUNT + "=" + account();
        if (outcome instanceof Change.Refused refused) {
            errors.at(field, refused.why());
        } else if (outcome instanceof Change.NotNow) {
            onward.to(back);
        } else {
            onward.to(done.on(back));
        }
    }

    /** Whether the insurer has such a member. */
    public boolean isThere() {
        return find().isPresent();
    }

    /** Whether the caller has said why he looks at the member; until then nothing of him is shown. */
    public boolean isOpen() {
        if (open == null) {
            open = isThere() && looks.hasSaidWhy(visit.caller(), account());
        }
        return open;
    }

    /** The member; there is one, or the page does not ask for him. */
    public Helped getMember() {
        return find().orElseThrow();
    }

    private Optional<Helped> find() {
        if (member == null) {
            member = looks.find(visit.insurer(), account());
        }
        return member;
    }

    /** Goes along with the form. */
    public long getAccount() {
        return account();
    }

    private long account() {
        return AskedNumber.find(request, StaffPages.ACCOUNT).orElse(AskedNumber.NONE);
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
