package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;

/**
 * The recovery codes of every member.
 *
 * <p>Twelve characters out of thirty are 58 bits: few enough to be typed, too few to be stored but as passwords are
 * (NIST SP 800-63B § 3.1.2.2).
 */
@ApplicationScoped
public class RecoveryCodes {

    /** On one sheet. */
    public static final int ON_A_SHEET = 10;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    PasswordHashing hashing;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** A sheet's codes, not kept yet. */
    public record Made(List<RecoveryCode> codes, List<PasswordHash> hashes) {}

    /** Makes a sheet; in no transaction, since ten hashes take their time. */
    public Made make() {
        List<RecoveryCode> codes = Stream.generate(() -> chance.readable(RecoveryCode.GROUPS))
                .distinct()
                .limit(ON_A_SHEET)
                .map(text -> new RecoveryCode(text.replace("-", "")))
                .toList();
        return new Made(
                codes, hashing.hashAll(codes.stream().map(RecoveryCode::value).toList()));
    }

    /** Keeps a sheet for an account that is locked; the former one is worth nothing any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long accountId, long sessionId, Made made) {
        removeCodes(accountId);
        made.hashes().forEach(hash -> entities.persist(new StoredRecoveryCode(accountId, hash)));
        String codes = made.codes().stream().map(RecoveryCode::value).collect(Collectors.joining(" "));
        RecoverySheet sheet = find(accountId).orElseGet(() -> {
            RecoverySheet first = new RecoverySheet(accountId);
            entities.persist(first);
            return first;
        });
        sheet.write(secretBox.seal(codes, RecoverySheet.place(accountId)), sessionId, clock.instant());
    }

    /** Takes an account's sheet away. */
    @Transactional(Transactional.TxType.MANDATORY)
    void removeAll(long accountId) {
        removeCodes(accountId);
        find(accountId).ifPresent(entities::remove);
    }

    private void removeCodes(long accountId) {
        entities.createQuery("delete from StoredRecoveryCode c where c.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    private Optional<RecoverySheet> find(long accountId) {
        return Optional.ofNullable(entities.find(RecoverySheet.class, accountId));
    }

    /**
     * Codes that can still be read.
     *
     * @param sheet tells them from those of another sheet
     */
    public record Shown(List<RecoveryCode> codes, Instant madeAt, long sheet) {}

    /** The sheet that was just made in this visit and was not put away yet. */
    public Optional<Shown> shown(long accountId, long sessionId) {
        return find(accountId)
                .filter(sheet -> sheet.isReadableBy(sessionId, clock.instant()))
                .map(sheet -> new Shown(open(accountId, sheet.sealedCodes()), sheet.madeAt(), sheet.number()));
    }

    private List<RecoveryCode> open(long accountId, byte[] codes) {
        return Stream.of(secretBox.open(codes, RecoverySheet.place(accountId)).split(" "))
                .map(RecoveryCode::new)
                .toList();
    }

    /** Whether this visit has made a sheet a moment ago: who asks for another one then has pressed twice. */
    public boolean isJustMade(long accountId, long sessionId) {
        return find(accountId)
                .filter(sheet -> sheet.isJustMadeBy(sessionId, clock.instant()))
                .isPresent();
    }

    /**
     * Puts away the sheet that a visit was shown: nobody reads its codes any more.
     *
     * @return false where there is another one by now, which nobody may have kept
     */
    @Transactional
    public boolean putAway(long accountId, long sessionId, long sheet) {
        Optional<RecoverySheet> there =
                Optional.ofNullable(entities.find(RecoverySheet.class, accountId, LockModeType.PESSIMISTIC_WRITE));
        boolean isSame = there.filter(one -> one.number() == sheet && one.isReadableBy(sessionId, clock.instant()))
                .isPresent();
        if (isSame) {
            entities.remove(there.get());
        }
        return isSame || there.isEmpty();
    }

    /** How many codes of an account are still good. */
    public int left(long accountId) {
        return entities.createQuery(
                        "select count(c) from StoredRecoveryCode c where c.accountId = :account and c.usedAt is null",
                        Long.class)
                .setParameter("account", accountId)
                .getSingleResult()
                .intValue();
    }

    /**
     * The code of an account that was typed, used or not; empty, after the same work, where it is none of them. Takes a
     * hash, so in no transaction.
     */
    public Optional<StoredRecoveryCode> find(long accountId, RecoveryCode typed) {
        List<StoredRecoveryCode> all = entities.createQuery(
                        "select c from StoredRecoveryCode c where c.accountId = :account order by c.id",
                        StoredRecoveryCode.class)
                .setParameter("account", accountId)
                .getResultList();
        Optional<PasswordHash> hash =
                hashing.find(all.stream().map(StoredRecoveryCode::hash).toList(), typed.value());
        return all.stream()
                .filter(code -> Optional.of(code.hash()).equals(hash))
                .findFirst();
    }

    /** Uses a code up: of any number who come with it at the same time, one gets true. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean use(StoredRecoveryCode code) {
        return entities.createQuery(
                                "update StoredRecoveryCode c set c.usedAt = :now where c.id = :id and c.usedAt is null")
                        .setParameter("now", clock.instant())
                        .setParameter("id", code.id())
                        .executeUpdate()
                == 1;
    }
}
