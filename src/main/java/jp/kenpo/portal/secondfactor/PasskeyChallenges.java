package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.Sha256;

/**
 * Challenges for passkeys (WebAuthn L3 § 13.4.3): each works once, for five minutes, on every node.
 *
 * <p>One that was only given out is stored nowhere: it travels sealed with the page and is bound to whom it was made
 * for. Only a used one is written down, so that it cannot be used again.
 */
@ApplicationScoped
public class PasskeyChallenges {

    /** So long a member may take over the dialog of his device. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** At least 16 are wanted (WebAuthn L3 § 13.4.3). */
    private static final int BYTES = 32;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SecretBox secretBox;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** What a challenge is for. */
    public enum Ceremony {
        REGISTRATION,
        SIGN_IN
    }

    /**
     * Whom a challenge is made for.
     *
     * @param browser by what the browser is known again
     * @param accountId whose passkey is asked for; empty where nobody is known yet
     */
    public record Bond(Ceremony ceremony, RelyingParty relyingParty, String browser, Optional<Long> accountId) {

        /** Sealed for this, a challenge opens for nothing else. */
        private String place() {
            return String.join(
                    " ",
                    "passkey challenge",
                    ceremony.name(),
                    relyingParty.origin().toString(),
                    browser,
                    accountId.map(Object::toString).orElse("nobody"));
        }
    }

    /** A challenge as it is given out. @param value base64url */
    public record Issued(String value, String sealed) {}

    /** A new challenge. Nothing is written. */
    public Issued issue(Bond bond) {
        String value = base64Url(chance.bytes(BYTES));
        Instant expiresAt = clock.instant().plus(LIFE);
        return new Issued(value, base64Url(secretBox.seal(value + " " + expiresAt, bond.place())));
    }

    /** Takes a challenge once: its bytes; empty where it was used before, is too old, or was made for something else. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<byte[]> use(String sealed, Bond bond) {
        return opened(sealed, bond.place()).flatMap(this::use);
    }

    /**
     * Reserves a new passkey's credential ID, so that of several who register the same one at once only the first
     * succeeds; the others wait until its transaction ends. Without it they would meet the unique index at the commit
     * (WebAuthn L3 § 7.1 step 26). It stands among the used challenges for as long as one of those.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean reserve(String credentialId) {
        return isFirstUse(Sha256.base64Url(credentialId), clock.instant().plus(LIFE));
    }

    private Optional<String> opened(String sealed, String place) {
        try {
            return secretBox.find(Base64.getUrlDecoder().decode(sealed), place);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> use(String opened) {
        String[] parts = opened.split(" ");
        Instant now = clock.instant();
        Instant expiresAt = Instant.parse(parts[1]);
        if (!now.isBefore(expiresAt) || !isFirstUse(parts[0], expiresAt)) {
            return Optional.empty();
        }
        return Optional.of(Base64.getUrlDecoder().decode(parts[0]));
    }

    private boolean isFirstUse(String value, Instant expiresAt) {
        int inserted = entities.createNativeQuery(
                        "insert into used_challenge (challenge, expires_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, value)
                .setParameter(2, expiresAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return inserted == 1;
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
