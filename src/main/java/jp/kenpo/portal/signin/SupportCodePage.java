package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
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

    private @Nullable Optional<SupportCodes.Shown> shown;

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
        return shown().map(SupportCodes.Shown::code)
                .map(six -> six.substring(0, 3) + " " + six.substring(3))
                .orElse("");
    }

    /** Until when it works. */
    public Instant getUntil() {
        return shown().orElseThrow().until();
    }

    private Optional<SupportCodes.Shown> shown() {
        if (shown == null) {
            shown = isOffered() ? codes.look(visit.caller()) : Optional.empty();
        }
        return shown;
    }
}
