package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** A1 先に使う認証方法: which kind of second factor the member is asked for first. */
@Named
@RequestScoped
public class PreferredMethodPage {

    @Inject
    PreferredMethod preferredMethod;

    @Inject
    SecondFactorDevices secondFactors;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private @Nullable String method;

    /** Takes the form. */
    public void choose() {
        Change outcome = preferredMethod.choose(visit.caller(), find(method));
        if (outcome instanceof Change.Refused refused) {
            errors.at("method", refused.why());
        } else if (outcome instanceof Change.NotNow) {
            onward.to(AccountPages.PREFERRED_METHOD);
        } else {
            onward.to(Notice.PREFERRED_METHOD_SAVED.on(AccountPages.OVERVIEW));
        }
    }

    private static Optional<SecondFactorMethod> find(@Nullable String chosen) {
        return Arrays.stream(SecondFactorMethod.values())
                .filter(one -> one.name().equals(chosen))
                .findFirst();
    }

    /** Whether there is anything to choose from. */
    public boolean isChoice() {
        return visit.caller().facts().secondFactors().size() > 1;
    }

    /** The kinds that the member has, with the names of his devices. */
    public List<MethodOption> getMethods() {
        Caller caller = visit.caller();
        Set<SecondFactorMethod> kinds = caller.facts().secondFactors();
        List<SecondFactorDevice> devices = secondFactors.of(caller.accountId(), kinds);
        return kinds.stream().sorted().map(kind -> option(kind, devices)).toList();
    }

    private MethodOption option(SecondFactorMethod kind, List<SecondFactorDevice> devices) {
        return new MethodOption(
                kind.name(),
                text.of("first-login_method." + kind.name().toLowerCase(Locale.ROOT)),
                text.of("member_preferred-method.devices"),
                devices.stream()
                        .filter(device -> device.method() == kind)
                        .map(SecondFactorDevice::name)
                        .toList());
    }

    /** What was chosen just now, or else the kind that is asked for first until now. */
    public @Nullable String getMethod() {
        return method == null
                ? visit.caller()
                        .account()
                        .method()
                        .map(SecondFactorMethod::name)
                        .orElse(null)
                : method;
    }

    public void setMethod(@Nullable String method) {
        this.method = method;
    }
}
