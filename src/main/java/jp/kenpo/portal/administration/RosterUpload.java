package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What was said of a file that is being brought, for the page that shows it again where the file is refused. */
@RequestScoped
class RosterUpload {

    private @Nullable String scope;

    @Nullable
    String scope() {
        return scope;
    }

    void choose(@Nullable String chosen) {
        scope = chosen;
    }
}
