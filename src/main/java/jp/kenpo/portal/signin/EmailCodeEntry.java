package jp.kenpo.portal.signin;

import jakarta.inject.Inject;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** What every page has on which the code of a mail is entered: the field, and a button for another one. */
public abstract class EmailCodeEntry {

    @Inject
    EmailConfirmations confirmations;

    @Inject
    protected CurrentVisit visit;

    @Inject
    protected Preferences preferences;

    @Inject
    protected Onward onward;

    @Inject
    protected FieldErrors errors;

    private final EmailCodePurpose purpose;
    private @Nullable String code;
    private @Nullable Optional<EmailAddress> address;
    private @Nullable String waitSeconds;

    /** @param purpose what the code is good for */
    protected EmailCodeEntry(EmailCodePurpose purpose) {
        this.purpose = purpose;
    }

    /** Takes the code. */
    public final void submit() {
        EmailCodes.refusalOf(code).ifPresentOrElse(this::refuse, () -> take(EmailCodes.digits(code)));
    }

    /** Takes the code. @param digits six of them */
    protected abstract void take(String digits);

    /** Says at its field why the code was not taken. */
    protected final void refuse(Refusal why) {
        errors.at("confirmation-code", why);
    }

    /** Says why no other code was sent, or leads back to the page that waits for it. */
    protected final void showResent(Optional<Refusal> refusal, String here) {
        refusal.ifPresentOrElse(
                why -> errors.at("button-resend", why),
                () -> onward.to(visit.onTheWayBack(Notice.EMAIL_CODE_RESENT.on(here))));
    }

    /** Where the code went; empty where none is awaited. */
    protected final Optional<EmailAddress> address() {
        if (address == null) {
            address = confirmations.awaitedFrom(visit.caller().accountId(), purpose);
        }
        return address;
    }

    /** Seconds until another code may be sent; empty: at once. */
    public String getWaitSeconds() {
        // Asked for several times while the page is built.
        if (waitSeconds == null) {
            long seconds = confirmations
                    .waitForNext(visit.caller().accountId(), purpose)
                    .toSeconds();
            waitSeconds = seconds > 0 ? Long.toString(seconds) : "";
        }
        return waitSeconds;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
