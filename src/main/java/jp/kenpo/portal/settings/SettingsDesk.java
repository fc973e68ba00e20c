package jp.kenpo.portal.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.HelpApproval;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.InsurerProfile;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.Language;

/** Managers decide how their insurer shows itself and how its members sign in. */
@ApplicationScoped
public class SettingsDesk {

    @Inject
    Accounts accounts;

    @Inject
    Insurers insurers;

    @Inject
    SettingsHistory history;

    @Inject
    Terms terms;

    @Inject
    FreshlyProved proof;

    @Inject
    OtherManagers others;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * What a manager saw when he decided.
     *
     * @param points those that he had before him
     * @param fingerprint of what stood there
     */
    record Seen(Set<Setting> points, String fingerprint) {

        boolean isStill(Decided present) {
            return present.fingerprint(points).equals(fingerprint);
        }
    }

    /** Has the insurer show itself, or be reached, otherwise from now on. */
    @Transactional
    public Change changeProfile(
            CurrentInsurer insurer, Caller manager, Seen seen, UnaryOperator<InsurerProfile> change) {
        if (proof.lock(manager, Action.CHANGE_SETTINGS).isEmpty()) {
            return new Change.NotNow();
        }
        CurrentInsurer present = insurers.locked(insurer.id());
        InsurerProfile next = change.apply(present.insurer().profile());
        if (!seen.isStill(Decided.of(present.insurer().profile()))) {
            return changedMeanwhile();
        }
        return become(present, manager, next);
    }

    /** Has members sign in by another policy from now on. */
    @Transactional
    public Change changePolicy(CurrentInsurer insurer, Caller manager, Seen seen, InsurerPolicy next) {
        if (proof.lock(manager, Action.CHANGE_SETTINGS).isEmpty()) {
            return new Change.NotNow();
        }
        CurrentInsurer present = insurers.locked(insurer.id());
        return seen.isStill(Decided.of(present.policy())) ? become(present, manager, next) : changedMeanwhile();
    }

    /**
     * Has hold again what held before a change.
     *
     * @param id of that former state
     */
    @Transactional
    public Change revert(CurrentInsurer insurer, Caller manager, Seen seen, long id) {
        if (proof.lock(manager, Action.CHANGE_SETTINGS).isEmpty()) {
            return new Change.NotNow();
        }
        CurrentInsurer present = insurers.locked(insurer.id());
        Optional<Former> found = history.find(insurer.id(), id);
        if (found.isEmpty() || !seen.isStill(found.get().present(present))) {
            return changedMeanwhile();
        }
        return found.get() instanceof Former.Policy former
                ? become(present, manager, former.policy())
                : become(present, manager, ((Former.Profile) found.get()).profile());
    }

    private static Change changedMeanwhile() {
        return new Change.Refused(Refusal.of("settings.changed-meanwhile"));
    }

    private Change become(CurrentInsurer present, Caller manager, InsurerProfile next) {
        if (!next.senderAddress().equals(present.insurer().senderAddress())
                && insurers.isDomainOfAnother(present.id(), next.senderAddress())) {
            return new Change.Refused(Refusal.of("settings.sender-of-another"));
        }
        if (offersEnglish(present.policy()) && !isWrittenInEnglish(next)) {
            return new Change.Refused(Refusal.of("settings.no-english"));
        }
        Set<Setting> differences = Decided.of(present.insurer().profile()).differences(Decided.of(next));
        if (!differences.isEmpty()) {
            insurers.change(present.id(), next, manager.accountId(), clock.instant());
            record(present, manager, differences);
        }
        return new Change.Made();
    }

    private Change become(CurrentInsurer present, Caller manager, InsurerPolicy next) {
        if (offersEnglish(next)
                && !offersEnglish(present.policy())
                && !(isWrittenInEnglish(present.insurer().profile()) && hasEnglishTerms(present))) {
            return new Change.Refused(Refusal.of("settings.no-english"));
        }
        HelpApproval former = present.policy().helpApproval();
        if (next.helpApproval() == HelpApproval.TWO && former == HelpApproval.ONE && !canApprove(present)) {
            return new Change.Refused(Refusal.of("settings.nobody-to-approve"));
        }
        Set<Setting> differences = Decided.of(present.policy()).differences(Decided.of(next));
        if (!differences.isEmpty()) {
            insurers.change(present.id(), next, manager.accountId(), clock.instant());
            record(present, manager, differences);
        }
        if (next.helpApproval() == HelpApproval.ONE && former == HelpApproval.TWO) {
            others.tell(MailTemplate.APPROVAL_GIVEN_UP, present, manager);
        }
        return new Change.Made();
    }

    /** Whether there are two at work who help members. */
    private boolean canApprove(CurrentInsurer insurer) {
        return accounts.staffOf(insurer.id()).stream()
                        .filter(staff -> staff.passwordHash().isPresent())
                        .flatMap(staff -> staff.staff().stream())
                        .filter(person -> person.role() != StaffRole.AUDITOR)
                        .count()
                > 1;
    }

    private static boolean offersEnglish(InsurerPolicy policy) {
        return policy.languages().contains(Language.EN);
    }

    /** Which an insurer may leave out that offers no English. */
    private static boolean isWrittenInEnglish(InsurerProfile profile) {
        Decided decided = Decided.of(profile);
        return Set.of(Setting.INSURER_NAME_EN, Setting.HOURS_EN, Setting.POST_EN).stream()
                .noneMatch(setting -> decided.value(setting).isEmpty());
    }

    private boolean hasEnglishTerms(CurrentInsurer insurer) {
        TermsVersion present = terms.inForce(insurer).current();
        TermsVersion last = terms.announced(insurer).orElse(present);
        return !present.text(Language.EN).isEmpty() && !last.text(Language.EN).isEmpty();
    }

    private void record(CurrentInsurer insurer, Caller manager, Set<Setting> differences) {
        audit.record(
                AuditEvent.SETTINGS_CHANGED,
                insurer.id(),
                null,
                manager.deed(Optional.empty()).inShort() + "; "
                        + differences.stream().map(Setting::key).collect(Collectors.joining(", ")));
    }
}
