package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.roster.RosterImports;
import jp.kenpo.portal.roster.RosterScope;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** M1 加入者取込: where managers bring a file of their insurer's members, and see those that were brought. */
@Named
@RequestScoped
public class RosterImportsPage {

    private static final int MOST = 20;

    @Inject
    RosterImports imports;

    @Inject
    RosterUpload upload;

    @Inject
    CurrentVisit visit;

    @Inject
    PageText text;

    private @Nullable List<RosterImport> latest;

    public List<Option> getScopes() {
        return Option.all(
                text,
                "administration.scope.",
                Arrays.stream(RosterScope.values()).map(RosterScope::key));
    }

    /** The latest imports, the last one first. */
    public List<RosterImport> getImports() {
        if (latest == null) {
            latest = imports.of(visit.insurer(), MOST);
        }
        return latest;
    }

    /** As it was chosen in a form that was refused. */
    public @Nullable String getScope() {
        return upload.scope();
    }
}
