package jp.kenpo.portal.insurer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The insurers of this installation.
 *
 * <p>Of each, one revision is kept in memory. Who asks names the revision that the database has now, so a
 * change made on one node holds on every node from the next request on.
 */
@ApplicationScoped
public class Insurers {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    private final Map<Long, CurrentInsurer> kept = new ConcurrentHashMap<>();

    /** The insurer at exactly this revision, read from the database only if it changed. */
    public CurrentInsurer at(long id, int revision) {
        CurrentInsurer known = kept.get(id);
        if (known != null && known.insurer().revision() == revision) {
            return known;
        }
        CurrentInsurer read = read(id);
        kept.put(id, read);
        return read;
    }

    /** The insurer as it stands now, for what is done beside all requests. */
    public CurrentInsurer now(long id) {
        return at(id, entities.find(Insurer.class, id).revision());
    }

    /** Another object than whoever found it before holds, or keeps for later: his does not change. */
    private Insurer toBeChanged(long id) {
        entities.detach(entities.find(Insurer.class, id, LockModeType.PESSIMISTIC_WRITE));
        return entities.find(Insurer.class, id);
    }

    /** Where a host leads; empty where it is nobody's. */
    public Optional<InsurerOrigin> origin(String authority) {
        return entities.createQuery("select o from InsurerOrigin o where o.authority = :authority", InsurerOrigin.class)
                .setParameter("authority", authority)
                .getResultStream()
                .findFirst();
    }

    /** Every insurer, for what goes through all of them. */
    public List<Insurer> all() {
        return entities.createQuery("select i from Insurer i order by i.id", Insurer.class)
                .getResultList();
    }

    /**
     * Whether another insurer's mail comes from the domain of an address, from one above it or from one below: nobody is
     * to write in its name.
     */
    public boolean isDomainOfAnother(long id, String address) {
        String domain = domain(address);
        return all().stream()
                .filter(other -> other.id() != id)
                .map(other -> domain(other.senderAddress()))
                .anyMatch(theirs -> domain.endsWith(theirs) || theirs.endsWith(domain));
    }

    /** With a dot before it, as below another one. */
    private static String domain(String address) {
        return "." + address.substring(address.lastIndexOf('@') + 1);
    }

    /** Takes in a new insurer with its policy; its origins follow. */
    @Transactional
    public Insurer add(Insurer insurer, InsurerPolicy policy, Instant now) {
        entities.persist(insurer);
        entities.persist(new PolicyRevision(insurer, policy, null, now));
        return insurer;
    }

    /** Has an insurer be like this on every node from now on; how it was is kept. @param by a manager's account */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(long id, InsurerProfile profile, long by, Instant now) {
        Insurer insurer = toBeChanged(id);
        entities.persist(new FormerProfile(insurer, by, now));
        insurer.become(profile);
    }

    /** Has a policy hold on every node from now on; the former ones are kept. @param by a manager's account */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(long id, InsurerPolicy policy, long by, Instant now) {
        Insurer insurer = toBeChanged(id);
        insurer.revise();
        entities.persist(new PolicyRevision(insurer, policy, by, now));
    }

    /** Puts these origins in the place of the insurer's former ones. */
    @Transactional
    public void replaceOrigins(Insurer insurer, List<InsurerOrigin> origins) {
        entities.createQuery("delete from InsurerOrigin o where o.insurerId = :insurer")
                .setParameter("insurer", insurer.id())
                .executeUpdate();
        origins.forEach(entities::persist);
        revise(insurer.id());
    }

    /** Has every node read anew what it keeps of an insurer; whoever else revises or locks it waits for the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revise(long id) {
        entities.createQuery("update Insurer i set i.revision = i.revision + 1 where i.id = :insurer")
                .setParameter("insurer", id)
                .executeUpdate();
    }

    /** Lets one at a time do what two would do differently. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(long id) {
        entities.find(Insurer.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The insurer as it stands now, which nobody else changes until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CurrentInsurer locked(long id) {
        lock(id);
        return read(id);
    }

    /** Adds a service; members see it with the insurer's next revision. */
    @Transactional
    public void add(InsurerService service) {
        entities.persist(service);
    }

    private CurrentInsurer read(long id) {
        Insurer insurer = entities.find(Insurer.class, id);
        PolicyRevision policy = entities.createQuery(
                        "select p from PolicyRevision p where p.insurerId = :id order by p.revision desc",
                        PolicyRevision.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getSingleResult();
        InsurerOrigin origin = entities.createQuery(
                        "select o from InsurerOrigin o where o.insurerId = :id and o.canonical = true",
                        InsurerOrigin.class)
                .setParameter("id", id)
                .getSingleResult();
        List<InsurerService> services = entities.createQuery(
                        "select s from InsurerService s where s.insurerId = :id order by s.place", InsurerService.class)
                .setParameter("id", id)
                .getResultList();
        return new CurrentInsurer(insurer, policy.policy(), origin, services);
    }
}
