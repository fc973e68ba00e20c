package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Where a member reads the code that he tells the insurer's staff, and goes on once they have taken it. */
@Named
@RequestScoped
public class DeskCodePage {

    private static final String HERE = "/sign-in/desk-code.xhtml";

    @Inject
    DeskCodes codes;

    @Inject
    Enrolment enrolment;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private DeskCodes.@Nullable State state;

    /** Has a code shown. */
    public void show() {
        codes.show(visit.caller());
        onward.to(HERE);
    }

    /** Goes on. */
    public void goOn() {
        Proving outcome = enrolment.goOn(visit.caller());
        if (outcome instanceof Proving.Refused refused) {
            errors.at("button-go-on", refused.why());
        } else if (outcome instanceof Proving.Proved proved) {
            onward.toNextStep(proved.token());
        } else {
            onward.toNextStep();
        }
    }

    /** The code, in two groups of three; empty where none is shown now. */
    public String getCode() {
        return state() instanceof DeskCodes.State.Shown shown
                ? shown.code().substring(0, 3) + " " + shown.code().substring(3)
                : "";
    }

    /** Whether staff took it. */
    public boolean isTaken() {
        return state() instanceof DeskCodes.State.Taken;
    }

    private DeskCodes.State state() {
        // Asked for several times while the page is built.
        if (state == null) {
            state = codes.look(visit.caller());
        }
        return state;
    }
}
