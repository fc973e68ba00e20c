package jp.kenpo.portal.journey;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.Await;

/** The mail that a portal in demo mode shows on a page. */
record DemoMail(Visitor visitor) {

    /** Waits for a mail to an address in which something stands, and tells that. @param what a regular expression */
    String await(String address, String what) {
        Await.until("a mail to " + address, () -> find(address, what).isPresent());
        return find(address, what).orElseThrow();
    }

    /** In the newest mail to an address that has it. */
    Optional<String> find(String address, String what) {
        Pattern mail = Pattern.compile(Pattern.quote(address) + "(?:(?!</pre>).)*?(" + what + ")", Pattern.DOTALL);
        Matcher found = mail.matcher(visitor.get("/demo/mail").body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
