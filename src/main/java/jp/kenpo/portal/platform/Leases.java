package jp.kenpo.portal.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Lets one node at a time do what several could: seal, send, import, clean up.
 *
 * <p>A lease is taken for a time and taken again while the work goes on; a node that dies loses it when that time
 * is over. It saves work, it is no lock: nodes whose clocks differ, or one that was held up, may both believe that
 * they have it. So whatever is done under a lease must come out right when two do it.
 */
@ApplicationScoped
public class Leases {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Chance chance;

    private String node = "";

    /** Anew at each start: a former run of this node may still be at work. */
    @PostConstruct
    void nameNode() {
        node = chance.readable(2);
    }

    /**
     * Takes a lease, or keeps it: false while another node has it.
     *
     * @param name of the work, at most 40 characters
     * @param life how long it is kept without being taken again
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean take(String name, Duration life) {
        return take(node, name, life);
    }

    boolean take(String who, String name, Duration life) {
        Instant now = clock.instant();
        Instant until = now.plus(life);
        int taken = on(
                        "update lease set node = ?2, until_at = ?3 where name = ?1 and (node = ?2 or until_at <= ?4)",
                        name,
                        who)
                .setParameter(3, until.atOffset(ZoneOffset.UTC))
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return taken == 1 || isFirst(who, name, until);
    }

    private boolean isFirst(String who, String name, Instant until) {
        return on("insert into lease (name, node, until_at) values (?1, ?2, ?3) on conflict do nothing", name, who)
                        .setParameter(3, until.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Gives a lease back, where this node has it, so that nobody need wait for its end. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(String name) {
        on("delete from lease where name = ?1 and node = ?2", name, node).executeUpdate();
    }

    private Query on(String sql, String name, String who) {
        return entities.createNativeQuery(sql).setParameter(1, name).setParameter(2, who);
    }
}
