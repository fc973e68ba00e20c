package jp.kenpo.portal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;

/** Where mail is put; it leaves when, and only when, the caller's transaction commits. */
@ApplicationScoped
public class Outbox {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    @Inject
    Event<MailPut> put;

    /** Says that there is mail to send, once it is committed. */
    record MailPut() {}

    /** Puts a mail in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(MailDraft draft) {
        String domain = draft.sender().substring(draft.sender().indexOf('@') + 1);
        OutgoingMail mail = new OutgoingMail(draft, chance.token().hash() + "@" + domain, clock.instant());
        entities.persist(mail);
        mail.seal(draft, secretBox);
        put.fire(new MailPut());
    }
}
