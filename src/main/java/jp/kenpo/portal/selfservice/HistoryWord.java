package jp.kenpo.portal.selfservice;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.portal.audit.AuditEvent;

/** What a member is told of an entry of the record. Each has a sentence; several entries may share one. */
public enum HistoryWord {
    PASSWORD_PROVED,
    PASSWORD_REFUSED,
    SECOND_FACTOR_PROVED,
    SECOND_FACTOR_REFUSED,
    PASSKEY_PROVED,
    PASSKEY_REFUSED,
    RECOVERY_CODE_USED,
    RECOVERY_CODE_REFUSED,
    /** The proofs were right, but the account was closed to them. */
    BARRED,
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    SESSION_ENDED,
    KNOWN_DEVICE_FORGOTTEN,
    KNOWN_DEVICES_FORGOTTEN,
    REPORTED_BY_MEMBER,
    BIRTH_DATE_CONFIRMED,
    BIRTH_DATE_REFUSED,
    TERMS_ACCEPTED,
    TERMS_DECLINED,
    USER_ID_CHANGED,
    METHOD_CHOSEN,
    PREFERRED_METHOD_CHANGED,
    PASSWORD_CHANGED,
    /** Somebody said that he had forgotten password or user ID. */
    RECOVERY_ASKED,
    RECOVERY_LINK_USED,
    LOST_DEVICE_CODE_SENT,
    ACCOUNT_RECOVERY_BEGUN,
    ACCOUNT_RECOVERY_STOPPED,
    ACCOUNT_RECOVERED,
    HELP_WANTED,
    EMAIL_CHANGED,
    EMAIL_CONFIRMED,
    EMAIL_CODE_REFUSED,
    EMAIL_RESTORED,
    FIRST_LOGIN_COMPLETED,
    OTP_ADDED,
    PASSKEY_ADDED,
    SETUP_REFUSED,
    DEVICE_RENAMED,
    DEVICE_REMOVED,
    RECOVERY_CODES_MADE,
    ENROLMENT_CODE_SENT,
    DESK_CODE_SHOWN,
    ENROLMENT_PROVED,
    /** What staff did. */
    MEMBER_LOOKED_AT,
    SECOND_FACTORS_RESET,
    RECOVERY_STOPPED_BY_STAFF,
    SESSIONS_ENDED_BY_STAFF,
    UNLOCKED_BY_STAFF,
    PASSWORD_RESET_BY_STAFF,
    EMAIL_CORRECTED_BY_STAFF,
    DESK_CODE_TAKEN,
    SUPPORT_CODE_TAKEN,
    LETTER_MADE;

    /** The events that are told. */
    public static final Set<AuditEvent> TOLD = Collections.unmodifiableSet(Arrays.stream(AuditEvent.values())
            .filter(event -> of(event).isPresent())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AuditEvent.class))));

    /** The word for an event; empty for what says nothing to the member, or is not his alone. */
    public static Optional<HistoryWord> of(AuditEvent event) {
        return switch (event) {
            case PASSWORD_PROVED -> Optional.of(PASSWORD_PROVED);
            case PASSWORD_REFUSED -> Optional.of(PASSWORD_REFUSED);
            case MEMBERSHIP_ENDED_REFUSED, INITIAL_PASSWORD_EXPIRED_REFUSED -> Optional.of(BARRED);
            case PASSKEY_PROVED -> Optional.of(PASSKEY_PROVED);
            case PASSKEY_REFUSED -> Optional.of(PASSKEY_REFUSED);
            case SECOND_FACTOR_PROVED -> Optional.of(SECOND_FACTOR_PROVED);
            case SECOND_FACTOR_REFUSED -> Optional.of(SECOND_FACTOR_REFUSED);
            case RECOVERY_CODE_USED -> Optional.of(RECOVERY_CODE_USED);
            case RECOVERY_CODE_REFUSED -> Optional.of(RECOVERY_CODE_REFUSED);
            case SIGNED_OUT -> Optional.of(SIGNED_OUT);
            case SIGNED_OUT_EVERYWHERE -> Optional.of(SIGNED_OUT_EVERYWHERE);
            case SESSION_ENDED -> Optional.of(SESSION_ENDED);
            case KNOWN_DEVICE_FORGOTTEN -> Optional.of(KNOWN_DEVICE_FORGOTTEN);
            case KNOWN_DEVICES_FORGOTTEN -> Optional.of(KNOWN_DEVICES_FORGOTTEN);
            case REPORTED_BY_MEMBER -> Optional.of(REPORTED_BY_MEMBER);
            case BIRTH_DATE_CONFIRMED -> Optional.of(BIRTH_DATE_CONFIRMED);
            case BIRTH_DATE_REFUSED -> Optional.of(BIRTH_DATE_REFUSED);
            case TERMS_ACCEPTED -> Optional.of(TERMS_ACCEPTED);
            case TERMS_DECLINED -> Optional.of(TERMS_DECLINED);
            case USER_ID_CHANGED -> Optional.of(USER_ID_CHANGED);
            case METHOD_CHOSEN -> Optional.of(METHOD_CHOSEN);
            case PREFERRED_METHOD_CHANGED -> Optional.of(PREFERRED_METHOD_CHANGED);
            case PASSWORD_CHANGED -> Optional.of(PASSWORD_CHANGED);
            case RECOVERY_ANSWERED -> Optional.of(RECOVERY_ASKED);
            case RECOVERY_LINK_USED -> Optional.of(RECOVERY_LINK_USED);
            case LOST_DEVICE_CODE_SENT -> Optional.of(LOST_DEVICE_CODE_SENT);
            case ACCOUNT_RECOVERY_BEGUN -> Optional.of(ACCOUNT_RECOVERY_BEGUN);
            case ACCOUNT_RECOVERY_STOPPED -> Optional.of(ACCOUNT_RECOVERY_STOPPED);
            case ACCOUNT_RECOVERED -> Optional.of(ACCOUNT_RECOVERED);
            case HELP_WANTED -> Optional.of(HELP_WANTED);
            case EMAIL_ENTERED, EMAIL_TAKEN_BACK -> Optional.of(EMAIL_CHANGED);
            case EMAIL_CONFIRMED -> Optional.of(EMAIL_CONFIRMED);
            case EMAIL_CODE_REFUSED -> Optional.of(EMAIL_CODE_REFUSED);
            case EMAIL_RESTORED -> Optional.of(EMAIL_RESTORED);
            case FIRST_LOGIN_COMPLETED -> Optional.of(FIRST_LOGIN_COMPLETED);
            case TOTP_DEVICE_ADDED -> Optional.of(OTP_ADDED);
            case PASSKEY_ADDED -> Optional.of(PASSKEY_ADDED);
            case TOTP_SETUP_REFUSED, PASSKEY_SETUP_REFUSED -> Optional.of(SETUP_REFUSED);
            case PASSKEY_RENAMED, SECOND_FACTOR_RENAMED -> Optional.of(DEVICE_RENAMED);
            case SECOND_FACTOR_REMOVED -> Optional.of(DEVICE_REMOVED);
            case RECOVERY_CODES_MADE -> Optional.of(RECOVERY_CODES_MADE);
            case ENROLMENT_CODE_SENT -> Optional.of(ENROLMENT_CODE_SENT);
            case DESK_CODE_SHOWN -> Optional.of(DESK_CODE_SHOWN);
            case ENROLMENT_PROVED -> Optional.of(ENROLMENT_PROVED);
            case MEMBER_LOOKED_AT -> Optional.of(MEMBER_LOOKED_AT);
            case SECOND_FACTORS_RESET -> Optional.of(SECOND_FACTORS_RESET);
            case RECOVERY_STOPPED_BY_STAFF -> Optional.of(RECOVERY_STOPPED_BY_STAFF);
            case SESSIONS_ENDED_BY_STAFF -> Optional.of(SESSIONS_ENDED_BY_STAFF);
            case UNLOCKED_BY_STAFF -> Optional.of(UNLOCKED_BY_STAFF);
            case PASSWORD_RESET_BY_STAFF -> Optional.of(PASSWORD_RESET_BY_STAFF);
            case EMAIL_CORRECTED_BY_STAFF -> Optional.of(EMAIL_CORRECTED_BY_STAFF);
            case DESK_CODE_TAKEN -> Optional.of(DESK_CODE_TAKEN);
            case SUPPORT_CODE_TAKEN -> Optional.of(SUPPORT_CODE_TAKEN);
            case LETTERS_MADE -> Optional.of(LETTER_MADE);
            // Told to him on the page at once, changed nothing, and help nobody who tries to get in.
            case USER_ID_REFUSED,
                    EMAIL_REFUSED,
                    EMAIL_CODE_RESENT,
                    EMAIL_PUT_OFF,
                    HAND_OVER_CONTINUED,
                    SECOND_FACTOR_REMOVAL_REFUSED -> Optional.empty();
            // Of an address or an insurer, never of an account.
            case ADDRESS_HELD_OFF, GUESSING_ALARM, RECOVERY_ASKED, RECOVERY_REFUSED -> Optional.empty();
            // Of staff, and of nobody's account that has a history.
            case MEMBERS_SEARCHED,
                    DESK_CODE_REFUSED,
                    ROSTER_BROUGHT,
                    ROSTER_RUN,
                    ROSTER_UNDONE,
                    STAFF_INVITED,
                    STAFF_ROLE_CHANGED,
                    STAFF_STOPPED,
                    AUDIT_EXPORTED,
                    LETTERS_TAKEN,
                    LETTER_WORDS_CHANGED,
                    TERMS_PUBLISHED,
                    TERMS_TAKEN_BACK,
                    TERMS_ACCEPTANCES_TAKEN,
                    NOTICE_PUBLISHED,
                    NOTICE_TAKEN_BACK,
                    SETTINGS_CHANGED,
                    SUPPORT_CODE_REFUSED,
                    HELP_ASKED_FOR,
                    HELP_DECLINED -> Optional.empty();
        };
    }

    /** Whether somebody failed at something, which is to catch the member's eye. */
    public boolean isFailure() {
        return switch (this) {
            case PASSWORD_REFUSED,
                    SECOND_FACTOR_REFUSED,
                    PASSKEY_REFUSED,
                    RECOVERY_CODE_REFUSED,
                    BARRED,
                    BIRTH_DATE_REFUSED,
                    EMAIL_CODE_REFUSED,
                    SETUP_REFUSED -> true;
            default -> false;
        };
    }

    /** The last part of its sentence's key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
