package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** 承認: what others of the staff want done for members, and where it is approved. */
@Named
@RequestScoped
public class ApprovalsPage {

    @Inject
    HelpRequests requests;

    @Inject
    Looks looks;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    HttpServletRequest request;

    private @Nullable List<HelpRequests.Waiting> waiting;
    private @Nullable Optional<HelpRequests.Waiting> one;

    /** Whether there is anything to approve at this insurer. */
    public boolean isNeeded() {
        return HelpRequests.areNeeded(visit.insurer());
    }

    /** All that wait, the oldest first. */
    public List<HelpRequests.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = requests.of(visit.insurer());
        }
        return waiting;
    }

    public long getId() {
        return AskedNumber.find(request, StaffPages.REQUEST).orElse(AskedNumber.NONE);
    }

    /** The one that the address names; null where somebody has done with it. Who sees it has looked at its member. */
    public HelpRequests.@Nullable Waiting getOne() {
        if (one == null) {
            one = getWaiting().stream()
                    .filter(waits -> waits.request().id() == getId())
                    .findFirst();
            one.ifPresent(waits ->
                    looks.look(visit.insurer(), visit.caller(), waits.member().accountId(), HelpReason.APPROVAL));
        }
        return one.orElse(null);
    }

    /** How the member was recognised, as the staff who did so ticked it. */
    public List<String> getChecks() {
        return Optional.ofNullable(getOne()).map(one -> one.request().grounds().checks()).orElse(Set.of()).stream()
                .sorted()
                .map(IdentityCheck::key)
                .toList();
    }

    /** What waits for one member. */
    public List<HelpRequests.Waiting> of(long accountId) {
        return isNeeded()
                ? getWaiting().stream()
                        .filter(waits -> waits.member().accountId() == accountId)
                        .toList()
                : List.of();
    }

    /** Whether it is the caller's own, which somebody else approves. */
    public boolean isOwn() {
        return getOne() != null
                && getOne().request().askedBy() == visit.caller().accountId();
    }

    /** The address that is to be entered; empty where none is. */
    public String getEmail() {
        return Optional.ofNullable(getOne())
                .flatMap(one -> requests.email(one.request()))
                .map(EmailAddress::value)
                .orElse("");
    }

    /** Does it. */
    public void approve() {
        boolean written = Letters.tellPasswords(visit.insurer())
                && Optional.ofNullable(getOne())
                        .filter(one -> one.request().deed() == Deed.PASSWORD_RESET)
                        .isPresent();
        end(
                requests.approve(visit.insurer(), visit.caller(), getId()),
                "button-approve",
                written ? Notice.HELP_APPROVED_WITH_LETTER : Notice.HELP_APPROVED);
    }

    /** Has it not done. */
    public void decline() {
        end(requests.decline(visit.insurer(), visit.caller(), getId()), "button-decline", Notice.HELP_DECLINED);
    }

    private void end(Change outcome, String button, Notice done) {
        if (outcome instanceof Change.Refused refused) {
            errors.at(button, refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? done.on(StaffPages.APPROVALS)
                            : StaffPages.APPROVAL + "?" + StaffPages.REQUEST + "=" + getId());
        }
    }
}
