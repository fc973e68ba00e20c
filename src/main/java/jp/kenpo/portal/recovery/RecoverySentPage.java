package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.RequestId;

/** What everybody reads who asked for mail, whether or not any is sent. */
@Named
@RequestScoped
public class RecoverySentPage {

    static final String REFERENCE = "reference";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentVisit visit;

    /** The number by which the help desk finds the request in the record; empty where the address has none. */
    public String getReference() {
        return Optional.ofNullable(request.getParameter(REFERENCE))
                .filter(RequestId::isOne)
                .orElse("");
    }

    /** The address that the mail comes from. */
    public String getSender() {
        return visit.insurer().insurer().senderAddress();
    }
}
