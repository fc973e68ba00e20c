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

/** The setting up of a second factor as a Faces flow: keeps the device's name while it is not saved. */
@Named
@FlowScoped(MfaSetupFlow.ID)
public class MfaSetupFlow implements Serializable {

    static final String ID = "mfa-setup";

    private @Nullable String deviceName;

    /** What was typed before the session was over is there again. */
    @Inject
    void takeUp(TypedBefore typed) {
        deviceName = typed.find("device-name");
    }

    /** The flow's shape: a page to choose the method, those of each method, one to end. */
    @Produces
    @FlowDefinition
    static Flow define(@FlowBuilderParameter FlowBuilder flow) {
        flow.id("", ID);
        flow.viewNode("method", "/mfa-setup/method.xhtml").markAsStartNode();
        flow.viewNode("one-time-password", "/mfa-setup/one-time-password.xhtml");
        flow.viewNode("passkey", "/mfa-setup/passkey.xhtml");
        flow.viewNode("passkey-name", "/mfa-setup/passkey-name.xhtml");
        flow.viewNode("passkey-failed", "/mfa-setup/passkey-failed.xhtml");
        flow.viewNode("done", "/mfa-setup/done.xhtml");
        return flow.getFlow();
    }

    public @Nullable String getDeviceName() {
        return deviceName;
    }

    public void setDeviceName(@Nullable String deviceName) {
        this.deviceName = deviceName;
    }
}
