package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import org.jspecify.annotations.Nullable;

/** Where the mail leads that tells of a recovery which waits: it is looked at by GET, and stopped by the button alone. */
@Named
@RequestScoped
public class RecoveryStopPage {

    private static final String STOPPED = "/recovery/stopped.xhtml";

    @Inject
    AccountRecoveries recoveries;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    HttpServletRequest request;

    private @Nullable Boolean waits;

    /** Stops it. Whatever the link was worth, nobody waits afterwards. */
    public void stop() {
        token().ifPresent(token -> recoveries.stop(visit.insurer(), token));
        onward.to(STOPPED);
    }

    /** Whether there is anything to stop. */
    public boolean isWaiting() {
        if (waits == null) {
            waits = token().filter(token -> recoveries.isStoppedBy(visit.insurer(), token))
                    .isPresent();
        }
        return waits;
    }

    /** The link's token, which goes along with the button; empty where there is none. */
    public String getToken() {
        return token().map(SecretToken::value).orElse("");
    }

    private Optional<SecretToken> token() {
        return Optional.ofNullable(request.getParameter("token")).flatMap(SecretToken::parse);
    }
}
