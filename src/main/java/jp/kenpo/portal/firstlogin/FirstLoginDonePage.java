package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.secondfactor.QrCode;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.Handheld;

/** P7 初回ログインが完了しました: on to the second factor, at once or after logging in again. */
@Named
@RequestScoped
public class FirstLoginDonePage {

    @Inject
    FirstLogin firstLogin;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    HttpServletRequest request;

    /** Goes on at once. */
    public void goOn() {
        firstLogin.continueHandOver(visit.insurer(), visit.caller());
        onward.toNextStep();
    }

    /** Whether going on at once is offered. */
    public boolean isGoingOnOffered() {
        return visit.insurer().policy().handOver() == HandOver.CHOICE;
    }

    /** Whether the browser runs on a phone already. */
    public boolean isOnPhone() {
        return Handheld.of(request).isPhone();
    }

    /** The portal's address, for logging in again. */
    public String getAddress() {
        return visit.insurer().origin().uri() + "/";
    }

    /** The same for a phone's camera; it holds nothing but the address. */
    public QrCode getAddressAsQr() {
        return QrCode.of(getAddress());
    }
}
