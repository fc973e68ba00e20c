package jp.kenpo.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.Member;
import org.jspecify.annotations.Nullable;

/** The accounts of every insurer's members and staff. */
@ApplicationScoped
public class Accounts {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** An account and the person it belongs to. */
    public record Found(Account account, AccountOwner owner) {}

    /** Opens an account. */
    public Account add(Account account) {
        entities.persist(account);
        return account;
    }

    /** Whoever signs in with this user ID at this insurer. */
    public Optional<Found> find(long insurerId, UserId userId) {
        TypedQuery<Object[]> query = entities.createQuery(
                "select a, m from Account a left join InsuredPerson m on m.id = a.memberId"
                        + " where a.insurerId = :insurer and a.userId = :userId",
                Object[].class);
        return found(query.setParameter("insurer", insurerId).setParameter("userId", userId.value())).stream()
                .findFirst();
    }

    /** Whoever confirmed this address at this insurer: a family may share one. */
    public List<Found> findByEmail(long insurerId, EmailAddress email) {
        return found(entities.createQuery(
                        "select a, m from Account a join InsuredPerson m on m.id = a.memberId where a.insurerId = :insurer"
                                + " and a.emailLower = :email and a.emailState = :confirmed order by a.id",
                        Object[].class)
                .setParameter("insurer", insurerId)
                .setParameter("email", email.lowerCase())
                .setParameter("confirmed", EmailState.CONFIRMED));
    }

    /** An insurer's staff, by their user IDs. */
    public List<Account> staffOf(long insurerId) {
        return entities.createQuery(
                        "select a from Account a where a.insurerId = :insurer and a.staffRole in :roles order by a.userId",
                        Account.class)
                .setParameter("insurer", insurerId)
                .setParameter("roles", EnumSet.allOf(StaffRole.class))
                .getResultList();
    }

    /** What the owners of some accounts sign in with, by the accounts' numbers; without those that are no more. */
    public Map<Long, UserId> userIds(Set<Long> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select a.id, a.userId from Account a where a.id in :ids", Object[].class)
                .setParameter("ids", accountIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> new UserId((String) row[1])));
    }

    /** Whoever is insured under this 記号・番号: a family, whose members the branch tells apart. */
    public List<Found> findByNumber(long insurerId, String symbol, String number) {
        return found(entities.createQuery(
                        "select a, m from Account a join InsuredPerson m on m.id = a.memberId where m.insurerId = :insurer"
                                + " and m.number.symbol = :symbol and m.number.number = :number order by a.id",
                        Object[].class)
                .setParameter("insurer", insurerId)
                .setParameter("symbol", symbol)
                .setParameter("number", number));
    }

    /**
     * Whoever was born on a day and whose name's reading begins so, by their readings.
     *
     * @param kana in katakana without blanks; empty: however it begins
     */
    public List<Found> findByBirthDate(long insurerId, BirthDate birthDate, String kana, int most) {
        return found(entities.createQuery(
                        "select a, m from Account a join InsuredPerson m on m.id = a.memberId where m.insurerId = :insurer"
                                + " and m.birthDate = :birthDate"
                                + " and locate(:kana, function('replace', m.kana, ' ', '')) = 1 order by m.kana, a.id",
                        Object[].class)
                .setParameter("insurer", insurerId)
                .setParameter("birthDate", birthDate.date())
                .setParameter("kana", kana)
                .setMaxResults(most));
    }

    private static List<Found> found(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> found((Account) row[0], (Member) row[1]))
                .toList();
    }

    private static Found found(Account account, @Nullable Member member) {
        return new Found(account, owner(account, member));
    }

    /**
     * Whose an account is.
     *
     * @param member the insured person of its number; null for staff
     */
    public static AccountOwner owner(Account account, @Nullable Member member) {
        Optional<AccountOwner.Staff> staff = account.staff();
        if (staff.isPresent()) {
            return staff.get();
        }
        if (member == null) {
            throw new IllegalStateException("Nobody's account: " + account.id());
        }
        return new AccountOwner.Insured(member);
    }

    /** An account with its person. */
    public Optional<Found> find(long accountId) {
        return Optional.ofNullable(entities.find(Account.class, accountId))
                .map(account -> found(account, member(account).orElse(null)));
    }

    /** Whether somebody else at this insurer has the user ID. */
    public boolean isTaken(Account by, UserId userId) {
        return find(by.insurerId(), userId)
                .filter(found -> found.account().id() != by.id())
                .isPresent();
    }

    /**
     * Lets one member of an insurer at a time choose a user ID: of two who want the same at once, the second
     * sees that it is taken.
     */
    public void lockUserIds(long insurerId) {
        entities.find(Insurer.class, insurerId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The account as it stands now, to be changed; whoever else wants to change it waits. */
    public Account lock(long id) {
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw new IllegalStateException("No account " + id);
        }
        return account;
    }

    /** The insured person an account belongs to; empty for staff. */
    public Optional<Member> member(Account account) {
        return account.memberId().map(id -> entities.find(Member.class, id));
    }
}
