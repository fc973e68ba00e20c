package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import org.jspecify.annotations.Nullable;

/** Where the link leads that the former address was sent: it is looked at by GET, and used by the button alone. */
@Named
@RequestScoped
public class FormerAddressPage {

    private static final String RESTORED = "/recovery/address-restored.xhtml";

    @Inject
    FormerAddresses addresses;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    HttpServletRequest request;

    private FormerAddresses.@Nullable State state;

    /** Takes the button; a link that is good no more shows this page again, which says so. */
    public void restore() {
        if (token().filter(token -> addresses.restore(visit.insurer(), token)).isPresent()) {
            onward.to(RESTORED);
        } else {
            state = new FormerAddresses.State.Worthless();
        }
    }

    /** Whether the link gives the address back. */
    public boolean isGood() {
        return state() instanceof FormerAddresses.State.Good;
    }

    /** Whether it has done so. */
    public boolean isRestored() {
        return state() instanceof FormerAddresses.State.Restored;
    }

    public String getUserId() {
        return state() instanceof FormerAddresses.State.Good link
                ? link.userId().value()
                : "";
    }

    /** The address that can be had back. */
    public String getAddress() {
        return state() instanceof FormerAddresses.State.Good link ? link.address() : "";
    }

    /** The link's token, which goes along with the button; empty where there is none. */
    public String getToken() {
        return token().map(SecretToken::value).orElse("");
    }

    private FormerAddresses.State state() {
        if (state == null) {
            state = token().map(token -> addresses.look(visit.insurer(), token))
                    .orElseGet(FormerAddresses.State.Worthless::new);
        }
        return state;
    }

    private Optional<SecretToken> token() {
        return Optional.ofNullable(request.getParameter("token")).flatMap(SecretToken::parse);
    }
}
