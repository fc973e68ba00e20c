package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** お問い合わせ: where a member who is stuck has a code shown by which staff see where he is. */
@Named
@RequestScoped
public class SupportCodePage {

    private static final String HERE = "/information/contact.xhtml";

    @Inject
    SupportCodes codes;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    private @Nullable Optional<String> code;

    /** Whether there is a visit that staff could look at; they help nobody of their own so. */
    public boolean isOffered() {
        return visit.isKnown() && visit.caller().owner().insured().isPresent();
    }

    /** Has a code shown. */
    public void show() {
        if (isOffered()) {
            codes.show(visit.caller());
        }
        onward.to(HERE);
    }

    /** In two groups of three; empty where none is shown. */
    public String getCode() {
        if (code == null) {
            code = isOffered() ? codes.look(visit.caller()) : Optional.empty();
        }
        return code.map(six -> six.substring(0, 3) + " " + six.substring(3)).orElse("");
    }
}
