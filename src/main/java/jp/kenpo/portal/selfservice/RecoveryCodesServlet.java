package jp.kenpo.portal.selfservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kenpo.portal.secondfactor.RecoveryCode;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Preferences;
import jp.kenpo.portal.web.SeeOther;

/** The recovery codes as a file, as long as their page shows them. */
public class RecoveryCodesServlet extends HttpServlet {

    @Inject
    transient RecoveryCodes recoveryCodes;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient Preferences preferences;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = visit.caller();
        Optional<RecoveryCodes.Shown> shown = recoveryCodes.shown(caller.accountId(), caller.sessionId());
        if (shown.isEmpty()) {
            SeeOther.send(response, AccountPages.RECOVERY_CODES);
            return;
        }
        String head = Messages.text(
                preferences.getLanguage(),
                "member_recovery-codes.file-head",
                visit.getSiteName(),
                caller.account().userId().value(),
                visit.insurer().origin().uri() + "/");
        // The line ends that every editor of Windows understands.
        String text = shown.get().codes().stream()
                .map(RecoveryCode::inGroups)
                .collect(Collectors.joining("\r\n", head + "\r\n\r\n", "\r\n"));
        byte[] body = text.getBytes(UTF_8);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"recovery-codes.txt\"");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
