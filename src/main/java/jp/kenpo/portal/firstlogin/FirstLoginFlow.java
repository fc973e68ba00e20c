package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.inject.Produces;
import jakarta.faces.flow.Flow;
import jakarta.faces.flow.FlowScoped;
import jakarta.faces.flow.builder.FlowBuilder;
import jakarta.faces.flow.builder.FlowBuilderParameter;
import jakarta.faces.flow.builder.FlowDefinition;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import jp.kenpo.portal.signin.TypedBefore;
import org.jspecify.annotations.Nullable;

/**
 * The first login as a Faces flow: what is typed and not yet saved, while the member goes back and forth.
 *
 * <p>No step depends on it: whatever was finished is in the database, and a flow that is lost costs the drafts
 * alone. A password is never kept.
 */
@Named
@FlowScoped(FirstLoginFlow.ID)
public class FirstLoginFlow implements Serializable {

    static final String ID = "first-login";

    private @Nullable String userId;
    private @Nullable String method;
    private @Nullable String email;

    /** What was typed before the session was over is there again. */
    @Inject
    void takeUp(TypedBefore typed) {
        userId = typed.find("user-id");
        method = typed.find("method");
        email = typed.find("email");
    }

    /** The flow's shape; which of its pages is open, the sign-in policy says. */
    @Produces
    @FlowDefinition
    static Flow define(@FlowBuilderParameter FlowBuilder flow) {
        flow.id("", ID);
        flow.viewNode("birth-date", "/first-login/birth-date.xhtml").markAsStartNode();
        flow.viewNode("terms", "/first-login/terms.xhtml");
        flow.viewNode("terms-declined", "/first-login/terms-declined.xhtml");
        flow.viewNode("user-id-and-method", "/first-login/user-id-and-method.xhtml");
        flow.viewNode("new-password", "/first-login/new-password.xhtml");
        flow.viewNode("email", "/first-login/email.xhtml");
        flow.viewNode("email-code", "/first-login/email-code.xhtml");
        flow.viewNode("done", "/first-login/done.xhtml");
        return flow.getFlow();
    }

    public @Nullable String getUserId() {
        return userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public @Nullable String getMethod() {
        return method;
    }

    public void setMethod(@Nullable String method) {
        this.method = method;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
