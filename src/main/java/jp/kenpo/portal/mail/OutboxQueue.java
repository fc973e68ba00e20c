package jp.kenpo.portal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** The waiting mail, seen by whoever sends: claimed by one node at a time, settled when tried. */
@ApplicationScoped
public class OutboxQueue {

    private static final Logger LOG = Logger.getLogger(OutboxQueue.class.getName());

    /** So long a claimed mail is left alone; then its sender is taken for dead. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Takes the next mail that is due; of several nodes that see it, one gets it. */
    @Transactional
    Optional<OutgoingMail> claim() {
        Instant now = clock.instant();
        List<Object[]> due = entities.createQuery(
                        "select m.id, m.nextTryAt from OutgoingMail m where m.nextTryAt <= :now order by m.nextTryAt",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(10)
                .getResultList();
        for (Object[] candidate : due) {
            int claimed = entities.createQuery("update OutgoingMail m set m.nextTryAt = :until"
                            + " where m.id = :id and m.nextTryAt = :seen")
                    .setParameter("until", now.plus(CLAIM))
                    .setParameter("id", candidate[0])
                    .setParameter("seen", candidate[1])
                    .executeUpdate();
            if (claimed == 1) {
                return Optional.of(entities.find(OutgoingMail.class, candidate[0]));
            }
        }
        return Optional.empty();
    }

    /** The mail was taken; its words are erased. */
    @Transactional
    void sent(OutgoingMail mail) {
        entities.merge(mail).sent(clock.instant());
    }

    /** The mail was not taken; it waits longer, or is given up. */
    @Transactional
    void failed(OutgoingMail mail) {
        OutgoingMail stored = entities.merge(mail);
        stored.failed(clock.instant());
        if (stored.isGivenUp()) {
            LOG.severe("Mail " + stored.messageId() + " is given up after a day");
        }
    }
}
