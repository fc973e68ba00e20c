package jp.kenpo.portal.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Migrations;
import jp.kenpo.portal.platform.SecretBox;
import org.jspecify.annotations.Nullable;

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

    @Resource
    ManagedThreadFactory threads;

    private final Semaphore put = new Semaphore(0);
    private @Nullable Thread dispatcher;

    void start(@Observes @Priority(Migrations.PRIORITY + 100) Startup start) {
        executor.scheduleWithFixedDelay(
                this::sendDue, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
        dispatcher = threads.newThread(this::dispatch);
        dispatcher.start();
    }

    @PreDestroy
    void stop() {
        if (dispatcher != null) {
            dispatcher.interrupt();
        }
    }

    void onPut(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.MailPut mail) {
        put.release();
    }

    /**
     * Has each mail sent by a task of its own. The request itself must not hand it over: on Payara a task shares with
     * the request what that has open for reading, and closes it when it ends, be the request still reading or not.
     */
    private void dispatch() {
        try {
            while (true) {
                put.acquire();
                handOver();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver() {
        try {
            executor.execute(this::sendDue);
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.WARNING, "A mail waits for the next round", busy);
        }
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
