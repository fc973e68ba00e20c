package jp.kenpo.portal.administration;

import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.member.Member;
import org.jspecify.annotations.Nullable;

/** A member whom staff help, and his account. */
public record Helped(Account account, Member member) {

    /** The number of an account as an address says it; -1 where it says none, which nobody has. */
    static long id(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : -1;
    }

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
