package jp.kenpo.portal.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.FormerProfile;
import jp.kenpo.portal.insurer.PolicyRevision;
import org.jspecify.annotations.Nullable;

/** Who changed which setting of an insurer, and when. */
@ApplicationScoped
public class SettingsHistory {

    /** Of each of the two kinds; what is older is in the record. */
    private static final int MOST = 50;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /**
     * That something was changed.
     *
     * @param id of the state that it had before, which can hold again
     * @param by a manager's name
     */
    record Entry(long id, Instant at, String by, Decided before, Decided after) {

        Set<Setting> differences() {
            return before.differences(after);
        }
    }

    /** The latest changes, the last one first. */
    List<Entry> of(CurrentInsurer insurer) {
        List<Entry> entries = new ArrayList<>(profiles(insurer));
        entries.addAll(policies(insurer));
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed());
        return entries;
    }

    private List<Entry> profiles(CurrentInsurer insurer) {
        List<Object[]> rows = entities.createQuery(
                        "select f, a.staffName from FormerProfile f join Account a on a.id = f.replacedBy"
                                + " where f.insurerId = :insurer order by f.id desc",
                        Object[].class)
                .setParameter("insurer", insurer.id())
                .setMaxResults(MOST)
                .getResultList();
        List<Entry> entries = new ArrayList<>();
        Decided after = Decided.of(insurer.insurer().profile());
        for (Object[] row : rows) {
            FormerProfile former = (FormerProfile) row[0];
            Decided before = Decided.of(former.profile());
            entries.add(new Entry(former.id(), former.replacedAt(), (String) row[1], before, after));
            after = before;
        }
        return entries;
    }

    private List<Entry> policies(CurrentInsurer insurer) {
        List<Object[]> rows = entities.createQuery(
                        "select p, a.staffName from PolicyRevision p left join Account a on a.id = p.decidedBy"
                                + " where p.insurerId = :insurer order by p.revision desc",
                        Object[].class)
                .setParameter("insurer", insurer.id())
                .setMaxResults(MOST + 1)
                .getResultList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size(); i++) {
            PolicyRevision after = (PolicyRevision) rows.get(i)[0];
            PolicyRevision before = (PolicyRevision) rows.get(i + 1)[0];
            @Nullable String by = (String) rows.get(i)[1];
            // The others came with the installation: nobody changed anything.
            if (by != null) {
                entries.add(new Entry(
                        before.id(), after.since(), by, Decided.of(before.policy()), Decided.of(after.policy())));
            }
        }
        return entries;
    }

    /** A former state of this insurer's; empty where there is none. */
    Optional<Former> find(long insurer, long id) {
        return find(FormerProfile.class, "FormerProfile", insurer, id)
                .<Former>map(former -> new Former.Profile(former.profile()))
                .or(() -> find(PolicyRevision.class, "PolicyRevision", insurer, id)
                        .map(former -> new Former.Policy(former.policy())));
    }

    private <T> Optional<T> find(Class<T> type, String name, long insurer, long id) {
        return entities.createQuery("select f from " + name + " f where f.id = :id and f.insurerId = :insurer", type)
                .setParameter("id", id)
                .setParameter("insurer", insurer)
                .getResultStream()
                .findFirst();
    }
}
