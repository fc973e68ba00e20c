package jp.kenpo.portal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jp.kenpo.portal.audit.SealVerdict.Broken;
import jp.kenpo.portal.audit.SealVerdict.Intact;
import jp.kenpo.portal.platform.SealKey;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all seals and their entries once, in order, and says whether they are as they were sealed.
 *
 * <p>Nothing is held of them but the last seal and the present entry, however many there are. What is told is the
 * first fault: from there on nothing is certain.
 */
final class SealCheck {

    private static final int ROWS_FETCHED_AT_ONCE = 1_000;

    private final SealKey key;
    private final LoggedHeads logged;
    private final ResultSet entries;

    private Optional<AuditSeal> previous = Optional.empty();
    private @Nullable SealedEntry next;
    private long entriesSeen;

    private SealCheck(SealKey key, LoggedHeads logged, ResultSet entries) throws SQLException {
        this.key = key;
        this.logged = logged;
        this.entries = entries;
        advance();
    }

    /**
     * Checks all that a connection sees. It should have a transaction with a view that stays the same, else the portal
     * may seal meanwhile.
     *
     * @param logged what the logs told before that view began: each of these seals must be there
     */
    static SealVerdict check(Connection connection, SealKey key, LoggedHeads logged) throws SQLException {
        try (PreparedStatement selectSeals = connection.prepareStatement(
                        "select " + AuditSeal.COLUMNS + " from audit_seal order by number");
                PreparedStatement selectEntries = connection.prepareStatement("select " + SealedEntry.COLUMNS
                        + ", seal_id from audit_entry where seal_id is not null order by seal_id, id")) {
            selectSeals.setFetchSize(ROWS_FETCHED_AT_ONCE);
            selectEntries.setFetchSize(ROWS_FETCHED_AT_ONCE);
            try (ResultSet seals = selectSeals.executeQuery();
                    ResultSet entries = selectEntries.executeQuery()) {
                SealCheck check = new SealCheck(key, logged, entries);
                Optional<String> fault = check.fault(seals);
                return fault.isPresent() ? new Broken(fault.get()) : check.intact(unsealed(connection));
            }
        }
    }

    private static long unsealed(Connection connection) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("select count(*) from audit_entry where seal_id is null");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Intact intact(long unsealed) {
        return new Intact(lastNumber(), entriesSeen, unsealed);
    }

    private Optional<String> fault(ResultSet seals) throws SQLException {
        while (seals.next()) {
            AuditSeal seal = AuditSeal.read(seals);
            Optional<String> fault = gapBefore(seal);
            fault = fault.isPresent() ? fault : strayBefore(seal.number());
            fault = fault.isPresent() ? fault : within(seal);
            if (fault.isPresent()) {
                return fault;
            }
            previous = Optional.of(seal);
        }
        Optional<String> cutOff = cutOff();
        return cutOff.isPresent() ? cutOff : strayBefore(Long.MAX_VALUE);
    }

    private Optional<String> gapBefore(AuditSeal seal) {
        long expected = lastNumber() + 1;
        if (seal.number() == expected) {
            return Optional.empty();
        }
        String before = previous.isEmpty() ? "the first is" : "after seal " + lastNumber() + " comes";
        return Optional.of("seal " + expected + " is missing: " + before + " seal " + seal.number());
    }

    /** An entry whose seal would have had to come by now. */
    private Optional<String> strayBefore(long number) {
        return next == null || next.sealId() >= number
                ? Optional.empty()
                : Optional.of("seal " + next.sealId() + " is missing, which entry " + next.id() + " names");
    }

    private Optional<String> within(AuditSeal seal) throws SQLException {
        SealKey.Checking checking = key.checking(seal.mac());
        checking.add(SealChain.opening(previous, seal.number(), seal.sealedAt(), seal.entries(), seal.lastEntryId()));
        long found = 0;
        while (next != null && next.sealId() == seal.number()) {
            checking.add(next.form());
            found++;
            advance();
        }
        entriesSeen += found;
        String name = "seal " + seal.number();
        if (found != seal.entries()) {
            String which = found < seal.entries() ? "entries are missing from " : "entries were added to ";
            return Optional.of(which + name + ": it is over " + seal.entries() + ", there are " + found);
        }
        if (!checking.holds()) {
            String orOtherKey = previous.isEmpty() ? ", or portal.audit-keyset is not the key it was sealed with" : "";
            return Optional.of(name + " is broken: one of its " + found + " entries up to " + seal.lastEntryId()
                    + " was changed or exchanged, or the seal itself" + orOtherKey);
        }
        return otherThanLogged(seal);
    }

    private Optional<String> otherThanLogged(AuditSeal seal) {
        if (logged.tellOfTwo(seal.number())) {
            return Optional.of("the log tells of two different seals " + seal.number());
        }
        return logged.tellOfAnother(seal)
                ? Optional.of("seal " + seal.number() + " is another than the one that the log tells of")
                : Optional.empty();
    }

    private Optional<String> cutOff() {
        long told = logged.highest().orElse(0);
        return told <= lastNumber()
                ? Optional.empty()
                : Optional.of("cut off after " + (previous.isEmpty() ? "no seal" : "seal " + lastNumber())
                        + ", although the log tells of seal " + told);
    }

    private long lastNumber() {
        return previous.map(AuditSeal::number).orElse(0L);
    }

    private void advance() throws SQLException {
        next = entries.next() ? SealedEntry.read(entries) : null;
    }
}
