package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** M7 職員: what one of the staff may do, and the end of it. The address or the form says who. */
@Named
@RequestScoped
public class ColleaguePage {

    @Inject
    StaffRegister register;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<Colleague> colleague;
    private @Nullable String role;
    private @Nullable String email;

    /** Whether the insurer has such a one. */
    public boolean isThere() {
        return find().isPresent();
    }

    /** Whether it is whoever looks: he changes nothing of his own. */
    public boolean isOneself() {
        return account() == visit.caller().accountId();
    }

    /** He; there is one, or the page does not ask for him. */
    public Colleague getColleague() {
        return find().orElseThrow();
    }

    private Optional<Colleague> find() {
        if (colleague == null) {
            colleague = register.find(visit.insurer(), account());
        }
        return colleague;
    }

    /** Gives him another role. */
    public void changeRole() {
        Optional<StaffRole> chosen = StaffRole.find(role);
        if (chosen.isEmpty()) {
            errors.at("role", Refusal.of("staff.role-missing"));
        } else {
            show(
                    register.changeRole(visit.insurer(), visit.caller(), account(), chosen.get()),
                    "role",
                    Notice.STAFF_ROLE_CHANGED);
        }
    }

    /** Sends the invitation once more. */
    public void inviteAgain() {
        Parsed<EmailAddress> address = EmailAddress.parse(email);
        address.<Optional<EmailAddress>>either(Optional::of, why -> {
                    errors.at("staff-email", why);
                    return Optional.empty();
                })
                .ifPresent(good -> show(
                        register.inviteAgain(visit.insurer(), visit.caller(), account(), good),
                        "staff-email",
                        Notice.STAFF_INVITED));
    }

    /** Has him sign in no more. */
    public void stop() {
        show(register.stop(visit.insurer(), visit.caller(), account()), "button-stop", Notice.STAFF_STOPPED);
    }

    private void show(Change outcome, String field, Notice done) {
        if (outcome instanceof Change.Refused refused) {
            errors.at(field, refused.why());
        } else if (outcome instanceof Change.NotNow) {
            onward.to(StaffPages.COLLEAGUE + "?" + StaffPages.ACCOUNT + "=" + account());
        } else {
            onward.to(done.on(StaffPages.STAFF));
        }
    }

    /** Goes along with the forms. */
    public long getAccount() {
        return account();
    }

    private long account() {
        return AskedNumber.find(request, StaffPages.ACCOUNT).orElse(AskedNumber.NONE);
    }

    public List<Option> getRoles() {
        return Option.all(
                text, "administration.role.", Arrays.stream(StaffRole.values()).map(StaffRole::key));
    }

    public String getRole() {
        return role == null ? find().map(one -> one.person().role().key()).orElse("") : role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public String getEmail() {
        return email == null ? find().map(Colleague::email).orElse("") : email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
