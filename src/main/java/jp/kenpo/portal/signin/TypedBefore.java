package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the member had typed on this page before his session was over, if he has come back to it. */
@RequestScoped
public class TypedBefore {

    @Inject
    Drafts drafts;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    private @Nullable Map<String, String> fields;

    /** What was in a field; null where nothing is known of it. */
    public @Nullable String find(String field) {
        return fields().get(field);
    }

    /** Whether a box was ticked. */
    public boolean isTicked(String box) {
        return fields().containsKey(box);
    }

    /** What the member had typed on this page is saved, and not shown any more. */
    public void forget() {
        drafts.forget(visit.caller().accountId(), RequestPath.of(request));
    }

    private Map<String, String> fields() {
        if (fields == null) {
            fields = request.getParameter(WayBack.TYPED) != null && visit.isKnown()
                    ? drafts.find(visit.caller().accountId(), RequestPath.of(request))
                    : Map.of();
        }
        return fields;
    }
}
