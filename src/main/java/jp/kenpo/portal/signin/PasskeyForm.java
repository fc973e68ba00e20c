package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The hidden fields of a form that a page's script fills with what the browser answered. They are taken and never
 * shown again: each press begins anew.
 */
@Named
@RequestScoped
public class PasskeyForm {

    private String challenge = "";
    private String credential = "";
    private String failure = "";

    /** What came with the form. @param browser by what the browser is known again */
    public PasskeyAnswer answer(String browser) {
        return new PasskeyAnswer(challenge, credential, failure, browser);
    }

    public @Nullable String getChallenge() {
        return null;
    }

    public void setChallenge(@Nullable String challenge) {
        this.challenge = challenge == null ? "" : challenge;
    }

    public @Nullable String getCredential() {
        return null;
    }

    public void setCredential(@Nullable String credential) {
        this.credential = credential == null ? "" : credential;
    }

    public @Nullable String getFailure() {
        return null;
    }

    public void setFailure(@Nullable String failure) {
        this.failure = failure == null ? "" : failure;
    }
}
