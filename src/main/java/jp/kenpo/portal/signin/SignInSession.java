package jp.kenpo.portal.signin;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * One visit: what the holder of a token has shown of himself.
 *
 * <p>The token changes at every rise of privilege. The form that caused the change may arrive a second time
 * (a double click) with the former token: for ten seconds exactly that form is answered as the first time.
 */
@Entity
@Table(name = "sign_in_session")
@SequenceGenerator(name = "sign_in_session", sequenceName = "id_sequence", allocationSize = 1)
public class SignInSession {

    /** So long a repeated form may come in with the former token. */
    static final Duration REPEAT = Duration.ofSeconds(10);

    /** The epoch of a session that was ended alone; no account ever comes to it. */
    static final int ENDED = -1;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_in_session")
    private long id;

    private String tokenHash;
    private long insurerId;
    private long accountId;
    private int epoch;

    @Convert(converter = ProofsConverter.class)
    private List<Proof> proofs;

    private Instant startedAt;
    private Instant lastUseAt;
    private @Nullable String replacedTokenHash;
    private @Nullable Instant replacedAt;
    private @Nullable String replacedByForm;
    private byte @Nullable [] sealedSuccessor;
    private @Nullable String device;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SignInSession() {}

    SignInSession(Account account, SecretToken token, Proof first, UserAgent device, Instant now) {
        this.insurerId = account.insurerId();
        this.accountId = account.id();
        this.epoch = account.epoch();
        this.tokenHash = token.hash();
        this.proofs = List.of(first);
        this.device = device.inShort();
        this.startedAt = now;
        this.lastUseAt = now;
    }

    /**
     * Adds a proof and changes the token; the form that brought the proof is remembered for a double click. Of each
     * kind the latest proof is kept, so that a long visit does not outgrow its row; and a password that was set takes
     * the place of the link that let its member do so.
     */
    void rise(Proof proof, SecretToken successor, String form, SecretBox box, Instant now) {
        proofs = Stream.concat(proofs.stream().filter(former -> !isReplaced(former, proof)), Stream.of(proof))
                .toList();
        replacedTokenHash = tokenHash;
        replacedAt = now;
        replacedByForm = form;
        sealedSuccessor = box.seal(successor.value(), successorPlace());
        tokenHash = successor.hash();
    }

    private static boolean isReplaced(Proof former, Proof by) {
        return former.getClass() == by.getClass() || former instanceof Proof.MailLink && by instanceof Proof.Password;
    }

    /** Whether the present token took the place of this one a moment ago. */
    boolean hasJustReplaced(String formerTokenHash, Instant now) {
        return formerTokenHash.equals(replacedTokenHash) && replacedAt != null && now.isBefore(replacedAt.plus(REPEAT));
    }

    /** The present token, for the second click of the form that changed the former one; else empty. */
    Optional<SecretToken> successor(String formerTokenHash, String form, SecretBox box, Instant now) {
        boolean repeated = hasJustReplaced(formerTokenHash, now) && form.equals(replacedByForm);
        return repeated && sealedSuccessor != null
                ? SecretToken.parse(box.open(sealedSuccessor, successorPlace()))
                : Optional.empty();
    }

    /** Whether it ended with every session of the former epoch, be it while its form was coming in. */
    boolean isOver(Account account) {
        return epoch != account.epoch();
    }

    /** Goes on when every session of the former epoch ends. */
    void follow(Account account) {
        epoch = account.epoch();
    }

    /** When it ends unless it is used again. */
    Instant endsAt(InsurerPolicy policy) {
        Instant idle = lastUseAt.plus(policy.idleLimit());
        Instant absolute = startedAt.plus(policy.absoluteLimit());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    private String successorPlace() {
        return "sign_in_session.successor." + id;
    }

    long id() {
        return id;
    }

    long insurerId() {
        return insurerId;
    }

    long accountId() {
        return accountId;
    }

    String tokenHash() {
        return tokenHash;
    }

    Evidence evidence() {
        return new Evidence(proofs);
    }

    Instant lastUseAt() {
        return lastUseAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** On which it began; unknown of sessions that are older than this note. */
    UserAgent device() {
        return UserAgent.ofShort(device);
    }
}
