package jp.kenpo.portal.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.LetterSecret;
import jp.kenpo.portal.account.LetterSecrets;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;

/** The letters of every insurer: who is written to, and what they look like. */
@ApplicationScoped
public class Letters {

    /** At the end of what the record says of letters in which initial passwords stand. */
    public static final String WITH_PASSWORDS = ", with passwords";

    /** As many as one print run and one file can well hold. */
    public static final int AT_A_TIME = 1_000;

    /** Whoever was written to is not written to again sooner. */
    private static final Duration BETWEEN = Duration.ofDays(30);

    /** As long is the letter of a single member there to be printed. */
    private static final Duration LIFE_OF_ONE = Duration.ofDays(1);

    private static final String IN_ORDER = "order by m.symbol, m.number, m.branch";

    private static final String STILL_NEW =
            "a.password_hash is null and a.first_login_completed_at is null" + " and a.factors_reset_at is null";

    private static final String NEWCOMERS = "select a.id from member m join account a on a.member_id = m.id"
            + " where m.insurer_id = ?2 and " + STILL_NEW
            + " and m.qualified_on <= ?4 and (m.disqualified_on is null or m.disqualified_on > ?4)"
            + " and (?5 = '' or m.symbol = ?5)";

    private static final String WITH_A_PASSWORD =
            " and (a.initial_password_expires_at is null or a.initial_password_expires_at > ?3)";

    private static final String NEVER_WRITTEN_TO = " and not exists (select 1 from letter l where l.account_id = a.id)";

    /** Whatever he was told before is no initial password, or not any more. */
    private static final String WITHOUT_SECRET =
            " and (a.sealed_letter_secret is null or a.initial_password_expires_at <= ?3)";

    private static final String WITH_SECRET = " and a.sealed_letter_secret is not null";

    private static final String NOT_LATELY_WRITTEN_TO =
            " and exists (select 1 from letter l where l.account_id = a.id) and not exists (select 1 from letter l"
                    + " join letter_batch b on b.id = l.batch_id where l.account_id = a.id and b.made_at > ?7)";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    LetterTexts texts;

    @Inject
    LetterSecrets secrets;

    @Inject
    Insurers insurers;

    @Inject
    FreshlyProved proof;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What came of the wish for letters. */
    public sealed interface Making {
        /** They are there. @param more whether there are more to be made */
        record Made(LetterBatch batch, boolean more) implements Making {}

        record Refused(Refusal why) implements Making {}

        /** The visit went on or ended meanwhile, or a second factor has to be shown again. */
        record NotNow() implements Making {}
    }

    /** Writes to the next of those who are selected. @param symbol 記号 of those alone; empty: of all */
    @Transactional
    public Making make(CurrentInsurer insurer, Caller staff, LetterSelection selection, String symbol) {
        if (proof.lock(staff, Action.MAKE_LETTERS).isEmpty()) {
            return new Making.NotNow();
        }
        // Two managers would write to the same members.
        insurers.lock(insurer.id());
        LetterBatch batch = batch(insurer, staff, Optional.empty());
        int written = add(insurer, batch, selection, symbol);
        if (written > 0 && tellPasswords(insurer) && selection == LetterSelection.FIRST) {
            giveSecrets(insurer, places(batch).keySet());
            entities.flush();
        }
        boolean more = isAnybodyLeft(insurer, selection, symbol);
        if (written == 0) {
            entities.remove(batch);
            return new Making.Refused(Refusal.of(more ? "letters.logging-in" : "letters.nobody"));
        }
        batch.holds(written);
        record(AuditEvent.LETTERS_MADE, insurer, staff, batch);
        return new Making.Made(batch, more);
    }

    private LetterBatch batch(CurrentInsurer insurer, Caller staff, Optional<Long> accountId) {
        LetterBatch batch = new LetterBatch(insurer.id(), clock.instant(), staff.accountId(), accountId);
        entities.persist(batch);
        entities.flush();
        return batch;
    }

    /** Whose account is locked is about to log in, and has a letter already or needs none. */
    private int add(CurrentInsurer insurer, LetterBatch batch, LetterSelection selection, String symbol) {
        String which = which(selection, tellPasswords(insurer));
        // What may have changed before the account was locked is asked for once more.
        Query query = entities.createNativeQuery("insert into letter (batch_id, place, account_id)"
                        + " select ?1, row_number() over (" + IN_ORDER + "), a.id"
                        + " from member m join account a on a.member_id = m.id where a.id in"
                        + " (select a.id from account a where " + STILL_NEW + ofTheAccount(which) + " and a.id in"
                        + " (" + NEWCOMERS + which + " " + IN_ORDER + " limit ?6) for update skip locked)")
                .setParameter(1, batch.id())
                .setParameter(6, AT_A_TIME);
        return selecting(query, which, insurer, symbol).executeUpdate();
    }

    private boolean isAnybodyLeft(CurrentInsurer insurer, LetterSelection selection, String symbol) {
        String which = which(selection, tellPasswords(insurer));
        return !selecting(entities.createNativeQuery(NEWCOMERS + which + " limit 1"), which, insurer, symbol)
                .getResultList()
                .isEmpty();
    }

    private Query selecting(Query query, String which, CurrentInsurer insurer, String symbol) {
        Instant now = clock.instant();
        query.setParameter(2, insurer.id())
                .setParameter(4, LocalDate.ofInstant(now, Clocks.JAPAN))
                .setParameter(5, symbol);
        if (which.contains("?3")) {
            query.setParameter(3, now.atOffset(ZoneOffset.UTC));
        }
        return which.contains("?7") ? query.setParameter(7, now.minus(BETWEEN).atOffset(ZoneOffset.UTC)) : query;
    }

    /** As much of it as is asked of the account alone. */
    private static String ofTheAccount(String which) {
        return which.contains(WITHOUT_SECRET) ? WITHOUT_SECRET : "";
    }

    private static String which(LetterSelection selection, boolean printed) {
        return switch (selection) {
            case FIRST -> printed ? WITHOUT_SECRET : WITH_A_PASSWORD + NEVER_WRITTEN_TO;
            case AGAIN -> WITH_A_PASSWORD + (printed ? WITH_SECRET : "") + NOT_LATELY_WRITTEN_TO;
        };
    }

    /** Writes to one member, whose account the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void makeFor(CurrentInsurer insurer, Caller staff, Account account) {
        LetterBatch batch = batch(insurer, staff, Optional.of(account.id()));
        entities.createNativeQuery("insert into letter (batch_id, place, account_id) values (?1, 1, ?2)")
                .setParameter(1, batch.id())
                .setParameter(2, account.id())
                .executeUpdate();
        batch.holds(1);
        if (tellPasswords(insurer)) {
            secrets.give(account, insurer.policy().initialPasswordLife());
        }
    }

    /** The latest of those that managers made, the last one first. */
    public List<LetterBatch> latest(CurrentInsurer insurer, int most) {
        return entities.createQuery(
                        "select b from LetterBatch b where b.insurerId = :insurer and b.accountId is null"
                                + " order by b.id desc",
                        LetterBatch.class)
                .setParameter("insurer", insurer.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** One of those that managers made; never another insurer's. */
    public Optional<LetterBatch> find(CurrentInsurer insurer, long id) {
        return Optional.ofNullable(entities.find(LetterBatch.class, id))
                .filter(batch ->
                        batch.insurerId() == insurer.id() && batch.accountId().isEmpty());
    }

    /** The letter that the help desk made for a member, as long as it is there to be printed. */
    public Optional<LetterBatch> findFor(CurrentInsurer insurer, long accountId) {
        return entities.createQuery(
                        "select b from LetterBatch b where b.insurerId = :insurer and b.accountId = :account"
                                + " and b.madeAt > :since order by b.id desc",
                        LetterBatch.class)
                .setParameter("insurer", insurer.id())
                .setParameter("account", accountId)
                .setParameter("since", clock.instant().minus(LIFE_OF_ONE))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** When an account's first letter was made; empty where none ever was. */
    public Optional<Instant> firstTo(long accountId) {
        List<?> first = entities.createNativeQuery(
                        "select b.* from letter l join letter_batch b on b.id = l.batch_id where l.account_id = ?1"
                                + " order by l.batch_id",
                        LetterBatch.class)
                .setParameter(1, accountId)
                .setMaxResults(1)
                .getResultList();
        return first.stream().findFirst().map(batch -> ((LetterBatch) batch).madeAt());
    }

    /**
     * Takes letters away, without those whose reader has a password of his own by now, or a later letter. Nor does a
     * batch hold the letter of anybody whose password or second factors staff took away since: whoever prints that one
     * stands in the record of its reader. Empty where none of them is left.
     */
    @Transactional
    public Optional<LetterPrint> take(CurrentInsurer insurer, Caller staff, LetterBatch batch) {
        List<AccountLetter> letters = letters(batch, tellPasswords(insurer));
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        record(AuditEvent.LETTERS_TAKEN, insurer, staff, batch);
        return Optional.of(new LetterPrint(head(insurer, batch.madeAt(), texts.of(insurer)), letters));
    }

    /** A letter to nobody, to see what all of them will look like. */
    public LetterPrint sample(CurrentInsurer insurer) {
        Instant now = clock.instant();
        Optional<LetterSecret> secret =
                Optional.of(new LetterSecret("ABCD-2345-EFGH")).filter(one -> tellPasswords(insurer));
        AccountLetter sample = new AccountLetter(0, 1, "見本　花子", "hanako2026", Optional.of(now.plus(BETWEEN)), secret);
        return new LetterPrint(head(insurer, now, texts.of(insurer)), List.of(sample));
    }

    private static LetterHead head(CurrentInsurer insurer, Instant madeAt, LetterWords words) {
        return new LetterHead(
                insurer.brand(),
                insurer.contact(),
                insurer.policy().languages(),
                insurer.policy().initialPassword(),
                insurer.origin().uri() + "/",
                LocalDate.ofInstant(madeAt, Clocks.JAPAN),
                words);
    }

    /** Whether an insurer prints initial passwords in its letters. */
    public static boolean tellPasswords(CurrentInsurer insurer) {
        return insurer.policy().initialPassword() == InitialPasswordKind.LETTER;
    }

    private void giveSecrets(CurrentInsurer insurer, Set<Long> accountIds) {
        entities.createQuery("select a from Account a where a.id in :ids", Account.class)
                .setParameter("ids", accountIds)
                .getResultStream()
                .forEach(account -> secrets.give(account, insurer.policy().initialPasswordLife()));
    }

    private List<AccountLetter> letters(LetterBatch batch, boolean printed) {
        Map<Long, Integer> places = places(batch);
        if (places.isEmpty()) {
            return List.of();
        }
        String newcomers = batch.accountId().isPresent()
                ? ""
                : " and a.firstLoginCompletedAt is null and a.factorsResetAt is null";
        return entities.createQuery(
                        "select a, m.name from Account a join InsuredPerson m on m.id = a.memberId"
                                + " where a.id in :ids and a.passwordHash is null" + newcomers,
                        Object[].class)
                .setParameter("ids", places.keySet())
                .getResultStream()
                .map(row -> letter(batch, places, (Account) row[0], (String) row[1], printed))
                .filter(letter -> letter.secret().isPresent() || !printed)
                .sorted(Comparator.comparing(AccountLetter::place))
                .toList();
    }

    private AccountLetter letter(
            LetterBatch batch, Map<Long, Integer> places, Account account, String name, boolean printed) {
        return new AccountLetter(
                batch.id(),
                places.getOrDefault(account.id(), 0),
                name,
                account.userId().value(),
                account.initialPasswordExpiresAt(),
                printed ? secrets.find(account) : Optional.empty());
    }

    private Map<Long, Integer> places(LetterBatch batch) {
        List<?> rows = entities.createNativeQuery(
                        "select l.account_id, l.place from letter l where l.batch_id = ?1 and not exists"
                                + " (select 1 from letter later where later.account_id = l.account_id and later.batch_id > ?1)")
                .setParameter(1, batch.id())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
    }

    private void record(AuditEvent event, CurrentInsurer insurer, Caller staff, LetterBatch batch) {
        audit.record(
                event,
                insurer.id(),
                batch.accountId().orElse(null),
                staff.deed(Optional.empty()).inShort() + "; batch " + batch.id() + ", " + batch.letters()
                        + (tellPasswords(insurer) ? WITH_PASSWORDS : ""));
    }
}
