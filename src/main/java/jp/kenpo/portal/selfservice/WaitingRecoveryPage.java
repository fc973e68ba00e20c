package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.Notice;

/** Where a signed-in member stops whoever waits for being let in without his devices. */
@Named
@RequestScoped
public class WaitingRecoveryPage {

    @Inject
    AccountRecoveries recoveries;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    DateText dates;

    /** Stops it. */
    public void stop() {
        recoveries.stop(visit.insurer(), visit.caller().account());
        onward.to(Notice.RECOVERY_STOPPED.on(AccountPages.OVERVIEW));
    }

    /** Whether anybody waits. */
    public boolean isWaiting() {
        return visit.isRecoveryWaiting();
    }

    /** Until when. */
    public String getOpensAt() {
        return visit.caller().facts().recoveryOpensAt().map(dates::time).orElse("");
    }
}
