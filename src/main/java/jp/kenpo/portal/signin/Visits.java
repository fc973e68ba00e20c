package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.AccountRecovery;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.InsurerOrigin;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.terms.Terms;
import org.jspecify.annotations.Nullable;

/** Finds out what a request stands in, with one query. */
@ApplicationScoped
public class Visits {

    /**
     * Host, session, account, member and what the next step follows from. A row of another insurer or of an
     * epoch that is over does not join, so its token is worth nothing.
     */
    private static final String VISIT = """
            select o, i.revision, s, a, m,
              (select max(t.number) from TermsAcceptance t where t.accountId = a.id),
              (select count(d.id) from TotpDevice d where d.accountId = a.id and d.confirmedAt is not null),
              (select count(p.id) from Passkey p where p.accountId = a.id), r.opensAt
            from InsurerOrigin o
              join Insurer i on i.id = o.insurerId
              left join SignInSession s on s.tokenHash = :tokenHash and s.insurerId = o.insurerId
              left join Account a on a.id = s.accountId and a.epoch = s.epoch
              left join InsuredPerson m on m.id = a.memberId
              left join AccountRecovery r on r.accountId = a.id and r.epoch = a.epoch
            where o.authority = :authority
            """;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Insurers insurers;

    @Inject
    Terms terms;

    @Inject
    Clock clock;

    /**
     * The visit that a request belongs to; empty where the host is nobody's.
     *
     * @param authority host and port that were asked for
     * @param tokenHash of the token that came along; an empty text for none
     */
    public Optional<Visit> find(String authority, String tokenHash) {
        return entities.createQuery(VISIT, Object[].class)
                .setParameter("authority", authority)
                .setParameter("tokenHash", tokenHash)
                .getResultStream()
                .findFirst()
                .map(row -> visit((InsurerOrigin) row[0], (Integer) row[1], row));
    }

    private Visit visit(InsurerOrigin origin, int revision, Object[] row) {
        CurrentInsurer insurer = insurers.at(origin.insurerId(), revision);
        Instant now = clock.instant();
        @Nullable SignInSession session = (SignInSession) row[2];
        Optional<Instant> recovery =
                Optional.ofNullable((Instant) row[8]).filter(at -> AccountRecovery.isAlive(at, now));
        Optional<Caller> caller =
                caller(insurer, session, (Account) row[3], (Member) row[4], row[5], methods(row), recovery);
        Optional<Caller> present = caller.filter(known -> now.isBefore(known.endsAt()));
        SignInStep step = present.map(known -> SignInPolicy.nextStep(known.facts(), known.evidence(), now))
                .orElseGet(SignInStep.NeedsPassword::new);
        if (!(step instanceof SignInStep.NeedsPassword)) {
            return new Visit(insurer, origin.isCanonical(), present, step, Optional.empty());
        }
        boolean timedOut = caller.isPresent() && present.isEmpty();
        Optional<PastVisit> past = Optional.ofNullable(session)
                .map(over -> new PastVisit(
                        over.accountId(), timedOut ? PastVisit.Ending.TIMED_OUT : PastVisit.Ending.ENDED_ELSEWHERE));
        return new Visit(insurer, origin.isCanonical(), Optional.empty(), step, past);
    }

    private static Set<SecondFactorMethod> methods(Object[] row) {
        Set<SecondFactorMethod> methods = EnumSet.noneOf(SecondFactorMethod.class);
        if (((Number) row[6]).intValue() > 0) {
            methods.add(SecondFactorMethod.OTP);
        }
        if (((Number) row[7]).intValue() > 0) {
            methods.add(SecondFactorMethod.PASSKEY);
        }
        return methods;
    }

    private Optional<Caller> caller(
            CurrentInsurer insurer,
            @Nullable SignInSession session,
            @Nullable Account account,
            @Nullable Member member,
            @Nullable Object acceptedTerms,
            Set<SecondFactorMethod> secondFactors,
            Optional<Instant> recoveryOpensAt) {
        if (session == null || account == null) {
            return Optional.empty();
        }
        AccountOwner owner = Accounts.owner(account, member);
        SignInFacts facts = SignInFacts.of(
                account,
                owner,
                insurer.policy(),
                acceptedTerms == null ? 0 : ((Number) acceptedTerms).intValue(),
                terms.inForce(insurer).leastAccepted(),
                secondFactors,
                recoveryOpensAt);
        return Optional.of(new Caller(
                session.id(),
                session.tokenHash(),
                session.lastUseAt(),
                earlier(session.endsAt(insurer.policy()), SignInPolicy.endOfProving(facts, session.evidence())),
                account,
                owner,
                session.evidence(),
                facts));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
