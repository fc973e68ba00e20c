package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** The fields in which staff say why they help a member and how they recognised him, on each page where they do so. */
@Named
@RequestScoped
public class GroundsForm {

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private final Set<IdentityCheck> checks = EnumSet.noneOf(IdentityCheck.class);
    private @Nullable String reason;

    /** What was said; empty where it does not do, which is then told at its field. */
    Optional<Grounds> given() {
        Optional<HelpReason> chosen = HelpReason.OF_HELP.stream()
                .filter(one -> one.key().equals(reason))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.at("reason", Refusal.of("grounds.reason-missing"));
        }
        if (!Grounds.suffice(checks)) {
            errors.at("check-name", Refusal.of("grounds.checks-missing"));
        }
        return chosen.filter(one -> Grounds.suffice(checks)).map(one -> new Grounds(one, checks));
    }

    /** Why second factors are taken away, sessions ended, or a recovery stopped. */
    public List<Option> getReasons() {
        return reasons(EnumSet.of(HelpReason.LOST_DEVICE, HelpReason.NEW_DEVICE, HelpReason.STRANGER));
    }

    /** Why somebody may try again at once. */
    public List<Option> getReasonsToUnlock() {
        return reasons(EnumSet.of(HelpReason.MISTYPED));
    }

    /** Why a letter is written once more. */
    public List<Option> getReasonsToWrite() {
        return reasons(EnumSet.of(HelpReason.NO_LETTER));
    }

    /** Why the initial password is to work again. */
    public List<Option> getReasonsToResetThePassword() {
        return reasons(EnumSet.of(HelpReason.FORGOTTEN_PASSWORD));
    }

    /** Why another address is entered. */
    public List<Option> getReasonsToCorrectTheEmail() {
        return reasons(EnumSet.of(HelpReason.STRANGER, HelpReason.WRONG_ADDRESS));
    }

    private List<Option> reasons(Set<HelpReason> offered) {
        return Option.all(text, "administration.reason.", offered.stream().map(HelpReason::key));
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public boolean isName() {
        return checks.contains(IdentityCheck.NAME);
    }

    public void setName(boolean done) {
        note(IdentityCheck.NAME, done);
    }

    public boolean isNumber() {
        return checks.contains(IdentityCheck.NUMBER);
    }

    public void setNumber(boolean done) {
        note(IdentityCheck.NUMBER, done);
    }

    public boolean isCalledBack() {
        return checks.contains(IdentityCheck.CALLED_BACK);
    }

    public void setCalledBack(boolean done) {
        note(IdentityCheck.CALLED_BACK, done);
    }

    public boolean isPapers() {
        return checks.contains(IdentityCheck.PAPERS);
    }

    public void setPapers(boolean done) {
        note(IdentityCheck.PAPERS, done);
    }

    private void note(IdentityCheck check, boolean done) {
        if (done) {
            checks.add(check);
        } else {
            checks.remove(check);
        }
    }
}
