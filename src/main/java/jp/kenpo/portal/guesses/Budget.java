package jp.kenpo.portal.guesses;

import java.util.Optional;

/**
 * What is guessed, of whom, and by which device.
 *
 * <p>A device that its owner signed in with before has a count of its own, so that no stranger can shut him out.
 *
 * @param subject whatever names the owner; stored as a hash
 * @param device hash of the known device's mark; empty for all others together
 */
public record Budget(Kind kind, String subject, Optional<String> device) {

    /** What is guessed. */
    public enum Kind {
        /** The password of a typed user ID, which may not exist. */
        PASSWORD(true),
        BIRTH_DATE(true),
        ONE_TIME_PASSWORD(true),
        RECOVERY_CODE(true),
        EMAIL_CODE(true),
        /** No guess, but mail to whatever addresses a member enters: it must not be had without end either. */
        EMAIL_CODE_SENT(false),
        /** The code that is one of two proofs of a member who has none of his devices any more, and its mails. */
        LOST_DEVICE_CODE(true),
        LOST_DEVICE_SENT(false),
        /** The code by mail of a member whose second factors were taken away by staff, and its mails. */
        ENROLMENT_CODE(true),
        ENROLMENT_SENT(false),
        /** The code that such a member reads to staff, as they enter it. */
        DESK_CODE(true),
        /** The code by which one of the staff finds a visit, as he enters it. */
        SUPPORT_CODE(false),
        /** Whether somebody has a user ID, which a member learns who wants it for himself. */
        USER_ID(false),
        /** Mail for a forgotten password or user ID: no guess at the page, which never says whether there is any. */
        RECOVERY(false),
        /** The same, by whom the mail goes to, which no page tells of. */
        RECOVERY_MAIL(false);

        private final boolean ends;

        Kind(boolean ends) {
            this.ends = ends;
        }
    }

    /** The budget of an account, whichever device is used. */
    public static Budget of(Kind kind, long accountId) {
        return of(kind, accountId, Optional.empty());
    }

    /** The budget of an account at a device. */
    public static Budget of(Kind kind, long accountId, Optional<String> device) {
        return new Budget(kind, Long.toString(accountId), device);
    }

    /** The budget of a user ID as it was typed at an insurer. */
    public static Budget ofPassword(long insurerId, String userId, Optional<String> device) {
        return new Budget(Kind.PASSWORD, insurerId + " " + userId, device);
    }

    /** The budget of what was typed at an insurer to be helped by mail: a user ID, an address, a number. */
    public static Budget ofRecovery(long insurerId, String typed) {
        return new Budget(Kind.RECOVERY, insurerId + " " + typed, Optional.empty());
    }

    /** The budget of the code that a member of an insurer reads to its staff, who may type any account's number. */
    public static Budget ofDeskCode(long insurerId, long accountId) {
        return new Budget(Kind.DESK_CODE, insurerId + " " + accountId, Optional.empty());
    }

    /** Whether it can be used up. At a known device it is not: who sits there waits, however often he failed. */
    boolean ends() {
        return kind.ends && device.isEmpty();
    }

    String key() {
        return device.map(known -> subject + " " + known).orElse(subject);
    }
}
