package jp.kenpo.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page to which a member goes back once he has signed in: the one for which he asked.
 *
 * <p>It travels in the address and in the forms of the sign-in, so that each tab of a browser has its own. Only a page
 * of the portal's own can be named (ASVS 3.7.2), and whether it is open then is asked then.
 *
 * @param page its path; behind it {@code ?typed} where something was typed there that is kept
 */
record WayBack(Optional<String> page) {

    /** Carries it. */
    static final String PARAMETER = "back";

    /** In the page's address: what was typed there before is to be shown again. */
    static final String TYPED = "typed";

    /** In the address of the page of one of his devices: which one. */
    static final String DEVICE = "device";

    /** In a page's address: which notice of the insurer's it shows. */
    static final String NOTICE = "id";

    /** The first login goes on at its open step by itself, so its pages matter only for what was typed there. */
    private static final Pattern PAGES =
            Pattern.compile("/(first-login/[a-z-]+\\.xhtml\\?typed|sign-in/(recovery-code|lost-device)\\.xhtml"
                    + "|administration/([a-z]+/)?[a-z-]+\\.xhtml"
                    + "(\\?(typed|(account|import|draft|version|id)=[0-9]{1,18}))?"
                    + "|(mfa-setup|member)/[a-z-]+\\.xhtml"
                    + "(\\?(typed|device=(otp|passkey)-[0-9]{1,18}|id=[0-9]{1,18}|reported))?)");

    /** The folder of pages that are of the sign-in itself, such as where a recovery code is typed. */
    private static final String SIGN_IN = "/sign-in/";

    private static final String HOME = new SignInStep.SignedIn().page();

    /** The one that a request names. */
    static WayBack of(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }

    /** To a page on which something was typed that is kept. */
    static WayBack toTyped(String path) {
        return of(path + "?" + TYPED);
    }

    /** To the page that a request asks for, or that offers the file which it asks for, unless one comes there anyway. */
    static WayBack to(HttpServletRequest request) {
        String about = Stream.of(
                        DEVICE, NOTICE, StaffPages.ACCOUNT, StaffPages.IMPORT, StaffPages.DRAFT, StaffPages.VERSION)
                .filter(name -> request.getParameter(name) != null)
                .map(name -> "?" + name + "=" + request.getParameter(name))
                .findFirst()
                .orElse(request.getParameter(AccountPages.REPORTED) == null ? "" : "?" + AccountPages.REPORTED);
        return of(StaffPages.pageOf(RequestPath.of(request)) + about);
    }

    private static WayBack of(@Nullable String page) {
        return new WayBack(Optional.ofNullable(page)
                .filter(named -> PAGES.matcher(named).matches())
                .filter(named -> !named.equals(HOME)));
    }

    /** This one; where there is none and the sign-in is still to be done, to the page that was asked for. */
    WayBack orTo(HttpServletRequest request, SignInStep step) {
        return page.isPresent() || !isOfSignIn(step) ? this : to(request);
    }

    /** Whether something was typed there that is kept. */
    boolean isTyped() {
        return page.filter(named -> named.endsWith("?" + TYPED)).isPresent();
    }

    /**
     * Where a step leads: while it is the sign-in's to its page, on which this is carried on, unless this is one of its
     * pages itself; then back, if open.
     */
    String towards(SignInStep step) {
        Optional<String> open = page.filter(named -> step.admits(named.replaceFirst("\\?.*", "")));
        boolean withinSignIn = page.filter(named -> named.startsWith(SIGN_IN)).isPresent();
        if (isOfSignIn(step)) {
            return withinSignIn ? open.orElseGet(() -> on(step.page())) : on(step.page());
        }
        return withinSignIn ? step.page() : open.orElse(step.page());
    }

    private static boolean isOfSignIn(SignInStep step) {
        return step instanceof SignInStep.NeedsPassword || step instanceof SignInStep.SecondFactorStep;
    }

    /** The address of a page of the sign-in that carries this on. */
    String on(String address) {
        return page.map(named -> address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + named)
                .orElse(address);
    }
}
