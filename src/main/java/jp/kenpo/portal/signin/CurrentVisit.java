package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.BrandFiles;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import jp.kenpo.portal.web.RequestId;

/** The visit that the present request belongs to, for pages: the mechanism found it out before any of them. */
@Named("visit")
@ApplicationScoped
public class CurrentVisit {

    private static final String ATTRIBUTE = CurrentVisit.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    Preferences preferences;

    @Inject
    Clock clock;

    static void note(HttpServletRequest request, Visit visit) {
        request.setAttribute(ATTRIBUTE, visit);
    }

    /** The visit; empty where a request failed before it was known. */
    public Optional<Visit> find() {
        return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
    }

    /**
     * The visit.
     *
     * @throws IllegalStateException when the request failed before it was known
     */
    public Visit get() {
        return find().orElseThrow(() -> new IllegalStateException("The mechanism did not see this request"));
    }

    /**
     * Whoever calls.
     *
     * @throws IllegalStateException on a page that nobody may see before he is known
     */
    public Caller caller() {
        return get().caller().orElseThrow(() -> new IllegalStateException("Nobody is known on this page"));
    }

    public CurrentInsurer insurer() {
        return get().insurer();
    }

    /** Whether the portal knows whose visit this is. */
    public boolean isKnown() {
        return find().flatMap(Visit::caller).isPresent();
    }

    /** Whether nothing is left to prove: what a member's own pages may show. */
    public boolean isSignedIn() {
        return find().filter(visit -> visit.step() instanceof SignInStep.SignedIn)
                .isPresent();
    }

    /** Whether one of the insurer's staff is at work who decides for it. */
    public boolean isManaging() {
        return find().filter(visit -> visit.step().equals(new SignInStep.AtWork(StaffRole.MANAGER)))
                .isPresent();
    }

    /** Whether one of the insurer's staff is at work who only reads. */
    public boolean isAuditing() {
        return find().filter(visit -> visit.step().equals(new SignInStep.AtWork(StaffRole.AUDITOR)))
                .isPresent();
    }

    /** Whether a member who has none yet sets his second factor up, at the end of the first login. */
    public boolean isFirstLogin() {
        return isEnrolling()
                && caller().owner().insured().isPresent()
                && caller().account().factorsResetAt().isEmpty();
    }

    /** Whether the first second factor is being set up, without which nobody is let in. */
    public boolean isEnrolling() {
        return find().filter(visit -> visit.step() instanceof SignInStep.NeedsMfaSetup)
                .isPresent();
    }

    /** Where the visit leads when nothing else is asked for. */
    public String getStepPage() {
        return get().step().page();
    }

    /** Whether a signed-in member is to be told that somebody waits for being let in without his devices. */
    public boolean isRecoveryWaiting() {
        return isSignedIn() && caller().facts().recoveryOpensAt().isPresent();
    }

    /** The owner's name, or before the second factor, which must come before his data, the user ID. */
    public String getMemberName() {
        Caller caller = caller();
        return get().step() instanceof SignInStep.Complete
                ? caller.owner().name()
                : caller.account().userId().value();
    }

    /** The sentence that explains why the member finds himself on this page; empty where there is none. */
    public String getNotice() {
        return Notice.find(request.getParameter(Notice.PARAMETER))
                .map(notice -> Messages.text(preferences.getLanguage(), notice.key()))
                .orElse("");
    }

    /** The insurer's name; the portal's own where a request failed before the insurer was known. */
    public String getInsurerName() {
        return find().map(visit -> visit.insurer().name(preferences.getLanguage()))
                .orElseGet(() -> Messages.text(preferences.getLanguage(), "layout.product"));
    }

    /** What the site calls itself above each page. */
    public String getSiteName() {
        if (find().isEmpty()) {
            return getInsurerName();
        }
        return get().step() instanceof SignInStep.AtWork
                ? Messages.text(preferences.getLanguage(), "layout.staff-site", getInsurerName())
                : Messages.text(preferences.getLanguage(), "layout.site", getInsurerName());
    }

    /** Whether the insurer, and so his colour and logo, is known: not where the database is away. */
    public boolean isOfInsurer() {
        return find().isPresent();
    }

    /** The page to go back to after the sign-in, for its forms and links; empty where there is none. */
    public String getWayBack() {
        return WayBack.of(request).page().orElse("");
    }

    /** The address of a page of the sign-in that carries the way back on. */
    public String onTheWayBack(String address) {
        return WayBack.of(request).on(address);
    }

    /** Whether something was typed there that is kept. */
    public boolean isTypedKept() {
        return WayBack.of(request).isTyped();
    }

    /** For how many seconds the visit still lasts if nothing more is done. */
    public long getSecondsLeft() {
        return Duration.between(clock.instant(), caller().endsAt()).toSeconds();
    }

    public Contact getContact() {
        return insurer().contact();
    }

    /** The number by which this request is found again in the log. */
    public String getReference() {
        return RequestId.of(request);
    }

    public String getAccentAddress() {
        return BrandFiles.accentAddress(insurer());
    }

    public String getLogoAddress() {
        return BrandFiles.logoAddress(insurer());
    }
}
