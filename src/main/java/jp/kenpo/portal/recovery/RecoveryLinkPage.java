package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.Visit;
import org.jspecify.annotations.Nullable;

/** Where the link of a mail leads, or of an invitation: it is looked at by GET, and used by the button alone. */
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

    private RecoveryLinks.@Nullable State state;

    /** Takes the button; a link that is good no more shows this page again, which says so. */
    public void use() {
        token().flatMap(token -> links.use(visit.insurer(), token)).ifPresent(onward::toFirstStep);
    }

    /** Whether the link lets in. */
    public boolean isGood() {
        return state() instanceof RecoveryLinks.State.Good;
    }

    /** Whether this browser is on the visit that the link began: who came back here has but to go on. */
    public boolean isUsedHere() {
        return state() instanceof RecoveryLinks.State.Used used
                && visit.find()
                        .flatMap(Visit::caller)
                        .flatMap(caller -> caller.evidence().mailLink())
                        .filter(proof -> proof.linkId() == used.linkId())
                        .isPresent();
    }

    /** Whose password the link is for: a family may share a mailbox. */
    public String getUserId() {
        return state() instanceof RecoveryLinks.State.Good link ? link.userId().value() : "";
    }

    /** The link's token, which goes along with the button; empty where there is none. */
    public String getToken() {
        return token().map(SecretToken::value).orElse("");
    }

    private RecoveryLinks.State state() {
        if (state == null) {
            state = token().map(token -> links.look(visit.insurer(), token))
                    .orElseGet(RecoveryLinks.State.Worthless::new);
        }
        return state;
    }

    private Optional<SecretToken> token() {
        return Optional.ofNullable(request.getParameter("token")).flatMap(SecretToken::parse);
    }
}
