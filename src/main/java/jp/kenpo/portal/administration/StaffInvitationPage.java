package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.account.UserIdPolicy;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** M7 職員: where managers invite one more. */
@Named
@RequestScoped
public class StaffInvitationPage {

    private static final int LONGEST_NAME = 100;

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

    private @Nullable String name;
    private @Nullable String userId;
    private @Nullable String email;
    private @Nullable String role;

    /** Sends the invitation. */
    public void invite() {
        String typedName = TypedText.line(name);
        if (typedName.isEmpty()) {
            errors.at("staff-name", Refusal.of("staff.name-missing"));
        } else if (typedName.length() > LONGEST_NAME) {
            errors.at("staff-name", Refusal.of("staff.name-long", LONGEST_NAME));
        }
        UserId wanted = UserId.typed(userId);
        UserIdPolicy.check(wanted).ifPresent(why -> errors.at("staff-user-id", why));
        Optional<EmailAddress> address = EmailAddress.parse(email).<Optional<EmailAddress>>either(Optional::of, why -> {
            errors.at("staff-email", why);
            return Optional.empty();
        });
        Optional<StaffRole> chosen = StaffRole.find(role);
        if (chosen.isEmpty()) {
            errors.at("role", Refusal.of("staff.role-missing"));
        }
        if (!errors.isAny()) {
            show(register.invite(
                    visit.insurer(),
                    visit.caller(),
                    new StaffRegister.Invitation(
                            new AccountOwner.Staff(typedName, chosen.orElseThrow()), wanted, address.orElseThrow())));
        }
    }

    private void show(Change outcome) {
        if (outcome instanceof Change.Refused refused) {
            errors.at("staff-user-id", refused.why());
        } else if (outcome instanceof Change.NotNow) {
            onward.to(StaffPages.STAFF_INVITATION);
        } else {
            onward.to(Notice.STAFF_INVITED.on(StaffPages.STAFF));
        }
    }

    public List<Option> getRoles() {
        return Option.all(
                text, "administration.role.", Arrays.stream(StaffRole.values()).map(StaffRole::key));
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getUserId() {
        return userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }
}
