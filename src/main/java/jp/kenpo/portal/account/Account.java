package jp.kenpo.portal.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.Member;
import org.jspecify.annotations.Nullable;

/**
 * The way into the portal of a member, or of one of the insurer's staff.
 *
 * <p>A member's begins at the initial password, which is stored nowhere, or sealed where it was drawn for his letter.
 * Each step of the first login leaves its instant here; what comes next is derived from them, never stored. The epoch
 * counts the times at which every other session was ended: a session of an earlier epoch is dead.
 */
@Entity
@Table(name = "account")
@SequenceGenerator(name = "account", sequenceName = "id_sequence", allocationSize = 1)
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account")
    private long id;

    private long insurerId;
    private @Nullable Long memberId;
    private @Nullable String staffName;

    @Enumerated(EnumType.STRING)
    private @Nullable StaffRole staffRole;

    private String userId;
    private @Nullable String passwordHash;
    private @Nullable Instant passwordSetAt;
    private @Nullable Instant initialPasswordExpiresAt;
    private byte @Nullable [] sealedLetterSecret;
    private int epoch;
    private @Nullable Instant birthDateConfirmedAt;
    private @Nullable Instant userIdDecidedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable SecondFactorMethod method;

    private @Nullable String email;

    /** The same in small letters, by which its owner is found however he writes it. */
    private @Nullable String emailLower;

    @Enumerated(EnumType.STRING)
    private EmailState emailState;

    private @Nullable Instant emailDecidedAt;
    private @Nullable Instant firstLoginCompletedAt;
    private @Nullable Instant handOverContinuedAt;
    private @Nullable Instant factorsResetAt;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /**
     * An account at its initial password.
     *
     * @param initialPasswordExpiresAt when that password ends; null: with the first login
     */
    public Account(Member member, UserId userId, @Nullable Instant initialPasswordExpiresAt) {
        this.insurerId = member.insurerId();
        this.memberId = member.id();
        this.userId = userId.value();
        this.initialPasswordExpiresAt = initialPasswordExpiresAt;
        this.emailState = EmailState.NONE;
    }

    /**
     * An account of one of the insurer's staff, without a password until he was invited.
     *
     * @param first the kind of second factor that he is to set up, unless he chooses another
     */
    public Account(long insurerId, AccountOwner.Staff staff, UserId userId, SecondFactorMethod first) {
        this.insurerId = insurerId;
        this.staffName = staff.name();
        this.staffRole = staff.role();
        this.userId = userId.value();
        this.method = first;
        this.emailState = EmailState.NONE;
    }

    /** The member proved his birth date; it need not be asked again. */
    public void confirmBirthDate(Instant now) {
        birthDateConfirmedAt = now;
    }

    /** The member wants to be known by another user ID. */
    public void chooseUserId(UserId chosen) {
        userId = chosen.value();
    }

    /** The user ID is what the member wants it to be, and he chose how to sign in. */
    public void decideUserIdAndMethod(SecondFactorMethod chosenMethod, Instant now) {
        method = chosenMethod;
        userIdDecidedAt = now;
    }

    /** The member prefers another second factor. */
    public void chooseMethod(SecondFactorMethod chosen) {
        method = chosen;
    }

    /** The password becomes the member's own; the initial one is dead. */
    public void setPassword(PasswordHash hash, Instant now) {
        passwordHash = hash.phc();
        passwordSetAt = now;
        initialPasswordExpiresAt = null;
        sealedLetterSecret = null;
    }

    /**
     * What his letter says that he logs in with was drawn, and sealed; whoever has begun with a former one is out.
     *
     * @param expiresAt when it ends; empty: with the first login
     */
    void keepLetterSecret(byte[] sealed, Optional<Instant> expiresAt) {
        sealedLetterSecret = sealed;
        initialPasswordExpiresAt = expiresAt.orElse(null);
        endSessions();
    }

    Optional<byte[]> sealedLetterSecret() {
        return Optional.ofNullable(sealedLetterSecret).map(byte[]::clone);
    }

    /** An address was entered and a code is on its way to it. */
    public void enterEmail(EmailAddress address) {
        email = address.value();
        emailLower = address.lowerCase();
        emailState = EmailState.CODE_SENT;
    }

    /** The address was mistyped; it stays as a proposal. */
    public void takeEmailBack() {
        emailState = EmailState.NONE;
    }

    /** The code came back from the address. */
    public void confirmEmail(Instant now) {
        emailState = EmailState.CONFIRMED;
        decideEmail(now);
    }

    /** The member goes on without the code; the address stays unconfirmed. */
    public void putEmailOff(Instant now) {
        emailState = EmailState.LATER;
        decideEmail(now);
    }

    private void decideEmail(Instant now) {
        emailDecidedAt = now;
        if (firstLoginCompletedAt == null) {
            firstLoginCompletedAt = now;
        }
    }

    /** The member goes on to the second factor without logging out in between. */
    public void continueHandOver(Instant now) {
        handOverContinuedAt = now;
    }

    /** Staff took every second factor away, and whoever was signed in is so no more. */
    public void resetSecondFactors(Instant now) {
        factorsResetAt = now;
        endSessions();
    }

    /**
     * Staff had the initial password work again, and nobody is signed in any more.
     *
     * @param expiresAt when it ends; empty: when the member sets one of his own
     */
    public void resetPassword(Optional<Instant> expiresAt) {
        passwordHash = null;
        passwordSetAt = null;
        initialPasswordExpiresAt = expiresAt.orElse(null);
        sealedLetterSecret = null;
        endSessions();
    }

    /** Staff entered another address; it is unconfirmed until the member, who is signed in no more, confirms it. */
    public void correctEmail(EmailAddress address, Instant now) {
        enterEmail(address);
        if (firstLoginCompletedAt == null) {
            takeEmailBack();
        } else {
            putEmailOff(now);
        }
        endSessions();
    }

    /** One of the staff may do something else from now on; whoever is signed in is so no more. */
    public void changeRole(StaffRole role) {
        staffRole = role;
        endSessions();
    }

    /** One of the staff signs in no more unless he is invited again: his password is none, and so is every link of his. */
    public void stopStaff() {
        passwordHash = null;
        passwordSetAt = null;
        endSessions();
    }

    /** Every session of the present epoch is dead from now on. */
    public void endSessions() {
        epoch++;
    }

    public long id() {
        return id;
    }

    public long insurerId() {
        return insurerId;
    }

    /** The insured person whose account it is; empty for staff. */
    public Optional<Long> memberId() {
        return Optional.ofNullable(memberId);
    }

    /** The member of staff whose account it is; empty for an insured person. */
    public Optional<AccountOwner.Staff> staff() {
        return staffName == null || staffRole == null
                ? Optional.empty()
                : Optional.of(new AccountOwner.Staff(staffName, staffRole));
    }

    public UserId userId() {
        return new UserId(userId);
    }

    /** The password of the member's own; empty while the initial one holds. */
    public Optional<PasswordHash> passwordHash() {
        return Optional.ofNullable(passwordHash).map(PasswordHash::new);
    }

    /** Whether the initial password holds, and is not too old. */
    public boolean initialPasswordWorks(Instant now) {
        return passwordHash == null && (initialPasswordExpiresAt == null || initialPasswordExpiresAt.isAfter(now));
    }

    public Optional<Instant> passwordSetAt() {
        return Optional.ofNullable(passwordSetAt);
    }

    public Optional<Instant> initialPasswordExpiresAt() {
        return Optional.ofNullable(initialPasswordExpiresAt);
    }

    public int epoch() {
        return epoch;
    }

    public Optional<Instant> birthDateConfirmedAt() {
        return Optional.ofNullable(birthDateConfirmedAt);
    }

    public Optional<Instant> userIdDecidedAt() {
        return Optional.ofNullable(userIdDecidedAt);
    }

    /** The kind of second factor that the member chose to set up first, and is asked for first where he has it. */
    public Optional<SecondFactorMethod> method() {
        return Optional.ofNullable(method);
    }

    /** The address, confirmed or not. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** The address, if it was confirmed at some time or before. */
    public Optional<EmailAddress> emailConfirmedBy(Instant time) {
        return emailState == EmailState.CONFIRMED
                        && email != null
                        && emailDecidedAt != null
                        && !emailDecidedAt.isAfter(time)
                ? Optional.of(new EmailAddress(email))
                : Optional.empty();
    }

    /** When he last confirmed an address, or put that off; staff who entered one did so for him. */
    public Optional<Instant> emailDecidedAt() {
        return Optional.ofNullable(emailDecidedAt);
    }

    public EmailState emailState() {
        return emailState;
    }

    public Optional<Instant> firstLoginCompletedAt() {
        return Optional.ofNullable(firstLoginCompletedAt);
    }

    public Optional<Instant> handOverContinuedAt() {
        return Optional.ofNullable(handOverContinuedAt);
    }

    /** When staff last took every second factor away. */
    public Optional<Instant> factorsResetAt() {
        return Optional.ofNullable(factorsResetAt);
    }
}
