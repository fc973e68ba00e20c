package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.roster.RosterImports;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.AskedNumber;
import org.jspecify.annotations.Nullable;

/** The import that an address or a form is about. */
@RequestScoped
class AskedImport {

    @Inject
    RosterImports imports;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<RosterImport> found;

    /** Its number; -1 where none is named, which no import has. */
    long id() {
        return AskedNumber.find(request, StaffPages.IMPORT).orElse(AskedNumber.NONE);
    }

    /** Empty where the insurer has none such. */
    Optional<RosterImport> find() {
        if (found == null) {
            found = imports.find(visit.insurer(), id());
        }
        return found;
    }

    /** A page about it. */
    String on(String page) {
        return page + "?" + StaffPages.IMPORT + "=" + id();
    }
}
