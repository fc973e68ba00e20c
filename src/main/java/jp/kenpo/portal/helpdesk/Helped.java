package jp.kenpo.portal.helpdesk;

import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.member.Member;

/** A member whom staff help, and his account. */
public record Helped(Account account, Member member) {

    /** Empty for staff, who are helped by nobody here. */
    static Optional<Helped> of(Accounts.Found found) {
        return found.owner().insured().map(member -> new Helped(found.account(), member));
    }

    public long accountId() {
        return account.id();
    }

    public String userId() {
        return account.userId().value();
    }

    /** 記号・番号 and the branch, as the card has them. */
    public String number() {
        return member.number().symbol() + "-" + member.number().number() + " ("
                + member.number().branch() + ")";
    }

    /** As much of the address as staff may see; empty where there is none. */
    public String email() {
        return account.email().map(EmailAddress::new).map(EmailAddress::masked).orElse("");
    }

    public boolean isEmailConfirmed() {
        return account.emailState() == EmailState.CONFIRMED;
    }
}
