package jp.kenpo.portal.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerOrigin;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.member.MemberNumber;
import jp.kenpo.portal.member.Members;
import jp.kenpo.portal.platform.Settings;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.terms.TermsWording;

/** What a test begins with: committed insurers, members and accounts that no other test has. */
@ApplicationScoped
public class Given {

    /** The birth date of every member that is made here. */
    public static final LocalDate BIRTH_DATE = LocalDate.of(1980, 12, 1);

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Insurers insurers;

    @Inject
    Members members;

    @Inject
    Accounts accounts;

    @Inject
    Terms terms;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Differs between starts, since a database may outlive one. */
    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private final AtomicInteger count = new AtomicInteger();

    /** An insurer with the standard policy, terms, and the origin {@code http://<code>.localhost:<port>}. */
    @Transactional
    public Insurer anInsurer() {
        String code = "t" + start + "-" + count.incrementAndGet();
        Insurer insurer = insurers.add(
                new Insurer(
                        code,
                        new Brand("試験健康保険組合", "Test Health Insurance Society", new Accent("#336699"), "<svg/>"),
                        new Contact("03-0000-0000", "平日9時から17時", "Weekdays 9 to 17", "東京都", "Tokyo"),
                        "portal@test.example"),
                InsurerPolicy.standard(),
                clock.instant());
        terms.add(new TermsVersion(
                insurer.id(),
                1,
                TermsWording.of(
                        Optional.of(LocalDate.of(2005, 4, 1)), new TermsWording.Twice("# 利用規約", "# Terms of use"))));
        String host = code + ".localhost";
        int port = settings.demo().orElseThrow().port();
        insurers.replaceOrigins(
                insurer, List.of(new InsurerOrigin(insurer.id(), "http", host + ":" + port, host, true)));
        return insurer;
    }

    /** A member of the insurer with a number of his own. */
    @Transactional
    public Member aMember(Insurer insurer) {
        Member member = members.add(new Member(
                insurer.id(),
                new MemberNumber("9999", Integer.toString(43210 + count.incrementAndGet()), "01"),
                "健保 太郎",
                "ケンポ タロウ",
                new BirthDate(BIRTH_DATE),
                LocalDate.of(2005, 4, 1),
                null));
        // JPA knows no relation between member and account, so it would insert them in any order.
        entities.flush();
        return member;
    }

    /** An account at its initial password, of a new member. */
    @Transactional
    public Account anAccount(Insurer insurer, String userId) {
        return accounts.add(new Account(aMember(insurer), new UserId(userId), null));
    }

    /** An account of one of the insurer's staff, who was not invited yet. */
    @Transactional
    public Account staff(Insurer insurer, StaffRole role) {
        AccountOwner.Staff colleague = new AccountOwner.Staff("窓口 花子", role);
        UserId userId = new UserId("staff" + count.incrementAndGet());
        return accounts.add(new Account(insurer.id(), colleague, userId, SecondFactorMethod.OTP));
    }

    /** An account of a new member of a new insurer. */
    @Transactional
    public Account anAccount() {
        return anAccount(anInsurer(), "testuser");
    }

    /** Host and port at which an insurer is found. */
    public String authority(Insurer insurer) {
        return insurer.code() + ".localhost:" + settings.demo().orElseThrow().port();
    }

    /** 記号+番号+生年月日 of an account's member. */
    public String resetPassword(Account account) {
        Member member = accounts.member(account).orElseThrow();
        return member.number().symbol()
                + member.number().number()
                + member.birthDate().eightDigits();
    }
}
