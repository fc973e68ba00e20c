package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.roster.ImportState;
import jp.kenpo.portal.roster.RosterFault;
import jp.kenpo.portal.roster.RosterFaults;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.roster.RosterImports;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** M1 加入者取込: what an import changes, how far it is, and what is done with it. The address or the form says which. */
@Named
@RequestScoped
public class RosterPage {

    /** Whoever wants all takes them as a file. */
    private static final int MOST_FAULTS = 100;

    @Inject
    AskedImport asked;

    @Inject
    RosterImports imports;

    @Inject
    RosterFaults faults;

    @Inject
    RosterProgress progress;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private @Nullable List<RosterFault> first;
    private @Nullable Boolean undoable;
    private boolean meant;

    /** Whether the insurer has such an import. */
    public boolean isThere() {
        return asked.find().isPresent();
    }

    /** It; there is one, or the page does not ask for it. */
    public RosterImport getRoster() {
        return asked.find().orElseThrow();
    }

    /** Goes along with the form. */
    public long getImport() {
        return asked.id();
    }

    /** Names its state in texts. */
    public String getState() {
        return getRoster().state().key();
    }

    public boolean isAtWork() {
        return getRoster().state().isAtWork();
    }

    /** Whether its columns can be said, or said anew. */
    public boolean isOpen() {
        return getRoster().state() == ImportState.BROUGHT || getRoster().state() == ImportState.CHECKED;
    }

    /** Whether it is known what it changes. */
    public boolean isChecked() {
        return getRoster().isChecked();
    }

    public boolean isRunnable() {
        return isThere() && getRoster().isRunnable();
    }

    /** Whether it was checked, and what is wrong with it stands in its way. */
    public boolean isHindered() {
        return getRoster().state() == ImportState.CHECKED && !getRoster().isRunnable();
    }

    public boolean isMassRemoval() {
        return getRoster().isMassRemoval();
    }

    /** Whether it was taken over, or is being so: perhaps it can be put back. */
    public boolean isTakenOver() {
        return getRoster().state() == ImportState.RUNNING || getRoster().state() == ImportState.DONE;
    }

    /** Whether it can be put back. */
    public boolean isUndoable() {
        if (undoable == null) {
            undoable = isThere() && imports.isUndoable(getRoster());
        }
        return undoable;
    }

    public int getPercent() {
        return progress.percent(getRoster());
    }

    public String getProgress() {
        return progress.words(getRoster());
    }

    public List<RosterFault> getFaults() {
        if (first == null) {
            first = faults.first(getRoster(), MOST_FAULTS);
        }
        return first;
    }

    /** Whether there are more than are shown. */
    public boolean isMoreFaults() {
        return getFaults().size() >= MOST_FAULTS;
    }

    /** Gives it up. */
    public void giveUp() {
        imports.giveUp(visit.insurer(), asked.id())
                .ifPresentOrElse(why -> errors.at("button-give-up", why), () -> onward.to(asked.on(StaffPages.ROSTER)));
    }

    /** Has it taken over. */
    public void run() {
        show(
                imports.run(visit.insurer(), visit.caller(), asked.id(), meant),
                isThere() && isMassRemoval() ? "meant" : "button-run",
                StaffPages.ROSTER_RUN);
    }

    /** Has put back what it changed. */
    public void undo() {
        show(imports.undo(visit.insurer(), visit.caller(), asked.id()), "button-undo", StaffPages.ROSTER_UNDO);
    }

    private void show(Change outcome, String field, String page) {
        if (outcome instanceof Change.Refused refused) {
            errors.at(field, refused.why());
        } else {
            // The page itself asks for a fresh proof, where that is what was missing.
            onward.to(asked.on(outcome instanceof Change.NotNow ? page : StaffPages.ROSTER));
        }
    }

    public boolean isMeant() {
        return meant;
    }

    public void setMeant(boolean meant) {
        this.meant = meant;
    }
}
