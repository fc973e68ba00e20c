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

/** Where the link of a mail leads: it is looked at by GET, and used by the button alone. */
@Named
@RequestScoped
public class RecoveryLinkPage {

    @Inject
    RecoveryLinks links;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    HttpServletRequest request;

    private @Nullable Boolean good;

    /** Takes the button; a link that is good no more shows this page again, which says so. */
    public void use() {
        token().flatMap(token -> links.use(visit.insurer(), token)).ifPresent(onward::afterPassword);
    }

    /** Whether the link still lets in. */
    public boolean isGood() {
        if (good == null) {
            good = token().filter(token -> links.isGood(visit.insurer(), token)).isPresent();
        }
        return good;
    }

    /** The link's token, which goes along with the button; empty where there is none. */
    public String getToken() {
        return token().map(SecretToken::value).orElse("");
    }

    private Optional<SecretToken> token() {
        return Optional.ofNullable(request.getParameter("token")).flatMap(SecretToken::parse);
    }
}
