package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.Language;

/** Members whose second factors staff took away, and how they show who they are. */
@ApplicationScoped
public class Reset {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");

    @Inject
    Enrolment enrolment;

    @Inject
    DeskCodes deskCodes;

    @Inject
    Mailbox mailbox;

    @Inject
    Visiting visiting;

    /** Whether a code is sent by mail at all. */
    public boolean mayMail(Caller member) {
        return Enrolment.address(member.account()).isPresent();
    }

    /** Asks for a code by mail and enters it; whoever goes on then. */
    public Caller byMail(CurrentInsurer insurer, Account account, Caller member, String address) {
        enrolment.send(insurer, member, Language.JA);
        Await.until("a code", () -> code(address).isPresent());
        Proving proving = enrolment.take(insurer, member, code(address).orElseThrow());
        return visiting.caller(account, ((Proving.Proved) proving).token());
    }

    private Optional<String> code(String address) {
        return mailbox.mailTo(address).stream()
                .map(Mailbox::text)
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Has a code shown, and reads it. */
    public String showCode(Caller member) {
        deskCodes.show(member);
        return ((DeskCodes.State.Shown) deskCodes.look(member)).code();
    }

    /** Goes on; empty where staff have not taken his code. */
    public Optional<Caller> goOn(Account account, Caller member) {
        return enrolment.goOn(member) instanceof Proving.Proved proved
                ? Optional.of(visiting.caller(account, proved.token()))
                : Optional.empty();
    }
}
