package jp.kenpo.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The notices of every insurer, each shown to those whom it is for, and only as long as it is to be shown. */
@ApplicationScoped
public class Notices {

    /** Of whoever asks, now. The states of reading come with them, by one query. */
    private static final String SHOWN = " from InsurerNotice n"
            + " left join NoticeRead r on r.noticeId = n.id and r.accountId = :account"
            + " where n.insurerId = :insurer and (n.wording.symbol is null or n.wording.symbol = :symbol)"
            + " and n.shownFrom <= :now and (n.shownUntil is null or n.shownUntil > :now)";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** A notice, and whether its reader said that he has read it. */
    public record Opened(InsurerNotice notice, boolean read) {}

    /** Takes in a notice. */
    @Transactional
    public InsurerNotice add(InsurerNotice notice) {
        entities.persist(notice);
        return notice;
    }

    /**
     * Those that are shown now: what is important first, then the newest.
     *
     * @param skipped so many are left out at the beginning
     * @param most so many at most
     */
    public List<Headline> of(Reader reader, int skipped, int most) {
        return query(
                        "select n.id, n.wording.japaneseTitle, n.wording.englishTitle, n.wording.important, n.shownFrom, r.readAt"
                                + SHOWN + " order by n.wording.important desc, n.shownFrom desc, n.id desc",
                        reader)
                .setFirstResult(skipped)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Headline(
                        (long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (boolean) row[3],
                        (Instant) row[4],
                        row[5] != null))
                .toList();
    }

    /** The notice of this number; empty where there is none, or none for this reader now. */
    public Optional<Opened> find(Reader reader, long id) {
        return query("select n, r.readAt" + SHOWN + " and n.id = :id", reader)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Opened((InsurerNotice) row[0], row[1] != null))
                .findFirst();
    }

    /** An insurer's, whomever they are for and whenever they are shown, the last one first; but for some of the first. */
    public List<InsurerNotice> latest(long insurerId, int skipped, int most) {
        return entities.createQuery(
                        "select n from InsurerNotice n where n.insurerId = :insurer order by n.shownFrom desc, n.id desc",
                        InsurerNotice.class)
                .setParameter("insurer", insurerId)
                .setFirstResult(skipped)
                .setMaxResults(most)
                .getResultList();
    }

    /** An insurer's notice of this number, whomever it is for and whenever it is shown. */
    public Optional<InsurerNotice> find(long insurerId, long id) {
        return Optional.ofNullable(entities.find(InsurerNotice.class, id))
                .filter(notice -> notice.insurerId() == insurerId);
    }

    /** How many said that they have read it. */
    public long readers(long id) {
        return entities.createQuery("select count(r) from NoticeRead r where r.noticeId = :notice", Long.class)
                .setParameter("notice", id)
                .getSingleResult();
    }

    /**
     * Notes that the reader has read it; it may be noted already.
     *
     * @return false where it is not for him now, and nothing is noted
     */
    @Transactional
    public boolean markRead(Reader reader, long id) {
        Optional<Opened> opened = find(reader, id);
        if (opened.filter(one -> !one.read()).isPresent() && isStillThere(id)) {
            entities.createNativeQuery("insert into notice_read (account_id, notice_id, read_at) values (?1, ?2, ?3)"
                            + " on conflict do nothing")
                    .setParameter(1, reader.accountId())
                    .setParameter(2, id)
                    .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
        return opened.isPresent();
    }

    /** And will be until this is done: whoever takes it back waits. */
    private boolean isStillThere(long id) {
        return entities.find(InsurerNotice.class, id, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    private TypedQuery<Object[]> query(String text, Reader reader) {
        return entities.createQuery(text, Object[].class)
                .setParameter("account", reader.accountId())
                .setParameter("insurer", reader.insurerId())
                .setParameter("symbol", reader.symbol())
                .setParameter("now", clock.instant());
    }
}
