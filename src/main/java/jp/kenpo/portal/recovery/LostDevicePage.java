package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Preferences;
import jp.kenpo.portal.web.RequestId;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** D1 機種変更・紛失, for whoever has shown his password and has none of his devices any more. */
@Named
@RequestScoped
public class LostDevicePage {

    private static final String HERE = "/sign-in/lost-device.xhtml";
    private static final String CODE = "/sign-in/lost-device-code.xhtml";
    private static final String REFERENCE = "reference";

    @Inject
    LostDeviceRecovery recovery;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    RequestTrace trace;

    @Inject
    HttpServletRequest request;

    @Inject
    DateText dates;

    @Inject
    Clock clock;

    private @Nullable LostDeviceWay way;

    /** Sends the code. */
    public void send() {
        recovery.send(visit.insurer(), visit.caller(), preferences.getLanguage())
                .ifPresentOrElse(why -> errors.at("button-send", why), () -> onward.to(visit.onTheWayBack(CODE)));
    }

    /** Gives out a number, by which the help desk finds the member. */
    public void wantHelp() {
        recovery.noteHelpWanted(visit.caller());
        onward.to(visit.onTheWayBack(HERE + "?" + REFERENCE + "=" + trace.id()));
    }

    /** Which of the page's texts is shown, and with it which form. */
    public String getSituation() {
        LostDeviceWay open = way();
        if (open instanceof LostDeviceWay.MayBegin) {
            return "begin";
        }
        if (open instanceof LostDeviceWay.Waiting) {
            return "wait";
        }
        if (open instanceof LostDeviceWay.MayEnter) {
            return "enter";
        }
        return open instanceof LostDeviceWay.LacksAddress ? "no-address" : "no-password";
    }

    /** Whether a code can be sent. */
    public boolean isCodeSendable() {
        return way().address().isPresent();
    }

    /** Whether the insurer alone can help. */
    public boolean isInsurerNeeded() {
        return way() instanceof LostDeviceWay.LacksAddress || way() instanceof LostDeviceWay.LacksPassword;
    }

    /** As much of the address as may be shown here. */
    public String getAddress() {
        return way().address().map(EmailAddress::masked).orElse("");
    }

    /** Until when he waits. */
    public String getOpensAt() {
        return way() instanceof LostDeviceWay.Waiting waiting ? dates.time(waiting.opensAt()) : "";
    }

    /** How long whoever begins has to wait. */
    public long getHours() {
        return visit.insurer().policy().recoveryWait().toHours();
    }

    /** The number for the help desk; empty where none was asked for. */
    public String getReference() {
        return Optional.ofNullable(request.getParameter(REFERENCE))
                .filter(RequestId::isOne)
                .orElse("");
    }

    private LostDeviceWay way() {
        if (way == null) {
            Caller caller = visit.caller();
            Instant now = clock.instant();
            way = LostDeviceWay.of(
                    caller.evidence(), caller.account(), caller.facts().recoveryOpensAt(), now);
        }
        return way;
    }
}
