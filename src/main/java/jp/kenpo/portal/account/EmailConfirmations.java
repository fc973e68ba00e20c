package jp.kenpo.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailDraft;
import jp.kenpo.portal.mail.Outbox;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.web.Language;

/** Sends a code to a member's address and sees whether it comes back. */
@ApplicationScoped
public class EmailConfirmations {

    private static final int DIGITS = 6;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** What became of a code. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Its ten minutes are over, right or wrong. */
        EXPIRED
    }

    /** Sends a new code to an address; the former one, wherever it went, is worth nothing any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(
            Account account, EmailCodePurpose purpose, EmailAddress to, CurrentInsurer insurer, Language language) {
        String code = chance.digits(DIGITS);
        EmailConfirmation confirmation = find(account.id(), purpose).orElseGet(() -> {
            EmailConfirmation first = new EmailConfirmation(new EmailConfirmation.Key(account.id(), purpose));
            entities.persist(first);
            return first;
        });
        confirmation.send(to, secretBox.seal(code, confirmation.place()), clock.instant());
        outbox.put(new MailDraft(
                insurer.id(),
                purpose.template(),
                language,
                insurer.insurer().senderAddress(),
                insurer.name(language),
                to.value(),
                List.of(insurer.name(language), code, Long.toString(EmailConfirmation.LIFE.toMinutes()))));
    }

    /** The address from which a code is awaited; empty where none is. */
    public Optional<EmailAddress> awaitedFrom(long accountId, EmailCodePurpose purpose) {
        return find(accountId, purpose)
                .filter(confirmation -> confirmation.isAwaited(clock.instant()))
                .map(EmailConfirmation::address);
    }

    /** Whether this is the code that was sent last. */
    public Verdict verify(long accountId, EmailCodePurpose purpose, String code) {
        Optional<EmailConfirmation> confirmation = find(accountId, purpose);
        if (confirmation.isEmpty() || confirmation.get().isExpired(clock.instant())) {
            return Verdict.EXPIRED;
        }
        String sent = secretBox.open(
                confirmation.get().sealedCode(), confirmation.get().place());
        return MessageDigest.isEqual(sent.getBytes(UTF_8), code.getBytes(UTF_8)) ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** How long the next code has to be waited for; zero: not at all. */
    public Duration waitForNext(long accountId, EmailCodePurpose purpose) {
        return find(accountId, purpose)
                .map(confirmation -> confirmation.waitForNext(clock.instant()))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Forgets the code. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(long accountId, EmailCodePurpose purpose) {
        find(accountId, purpose).ifPresent(entities::remove);
    }

    private Optional<EmailConfirmation> find(long accountId, EmailCodePurpose purpose) {
        return Optional.ofNullable(
                entities.find(EmailConfirmation.class, new EmailConfirmation.Key(accountId, purpose)));
    }
}
