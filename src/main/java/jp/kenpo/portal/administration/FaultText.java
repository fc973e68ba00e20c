package jp.kenpo.portal.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.roster.RosterColumn;
import jp.kenpo.portal.roster.RosterFault;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Preferences;

/** What is wrong with a row, in words. */
@Named
@ApplicationScoped
public class FaultText {

    @Inject
    Preferences preferences;

    /** The column, by the name that insurers give it. */
    public String column(RosterFault fault) {
        return column(fault.column());
    }

    String column(RosterColumn column) {
        return Messages.text(preferences.getLanguage(), "administration.column." + column.key());
    }

    /** Why it cannot be taken. */
    public String reason(RosterFault fault) {
        return Messages.text(preferences.getLanguage(), fault.why());
    }
}
