package jp.kenpo.portal.guesses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;

/** Tells the owner of an account by mail that many tries at it failed. */
@ApplicationScoped
public class OwnerWarning {

    @Inject
    SecurityNotices notices;

    /** Tells him where this failure makes them many, or was the last that is allowed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void afterFailure(GuessBudgets.Try.Granted failed, CurrentInsurer insurer, Account account) {
        if (insurer.policy().guesses().isToBeTold(failed.failures())) {
            notices.warn(MailTemplate.MANY_REFUSALS, insurer, account);
        }
    }
}
