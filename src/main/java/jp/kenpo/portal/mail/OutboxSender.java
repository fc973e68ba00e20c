package jp.kenpo.portal.mail;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Migrations;
import jp.kenpo.portal.platform.SecretBox;

/**
 * Sends what is due: at once after a commit, and every few seconds for what had to wait.
 *
 * <p>Sending holds no transaction and no connection: each mail is claimed in one transaction and settled in
 * another.
 */
@ApplicationScoped
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class.getName());

    private static final int SECONDS_BETWEEN_ROUNDS = 5;

    @Inject
    OutboxQueue queue;

    @Inject
    MailCarrier carrier;

    @Inject
    SecretBox secretBox;

    @Resource
    ManagedScheduledExecutorService executor;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(
                this::sendDue, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
    }

    void onPut(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.MailPut put) {
        executor.execute(this::sendDue);
    }

    /** Sends every mail that is due, one after the other. */
    public void sendDue() {
        try {
            Optional<OutgoingMail> due = queue.claim();
            while (due.isPresent()) {
                send(due.get());
                due = queue.claim();
            }
        } catch (RuntimeException e) {
            // A round that fails (the database is away) must not end the rounds.
            LOG.log(Level.SEVERE, "The outbox could not be worked through; the next round tries again", e);
        }
    }

    private void send(OutgoingMail mail) {
        try {
            carrier.carry(mail.letter(secretBox));
        } catch (MessagingException | RuntimeException e) {
            // A mail that cannot even be written (its key is gone) must not hold up the others.
            LOG.log(Level.WARNING, "Mail " + mail.messageId() + " was not taken and is tried again", e);
            queue.failed(mail);
            return;
        }
        queue.sent(mail);
    }
}
