package jp.kenpo.portal.journey.soak;

import java.util.Arrays;
import java.util.Optional;

/** Every page of the portal, a line each, and who may come upon it. The steps of the first login stand in order. */
enum Place {
    LOGIN("/sign-in/password.xhtml", Reach.NOBODY),
    SESSION_OVER("/sign-in/session-over.xhtml", Reach.NOBODY),
    MEMBERSHIP_ENDED("/sign-in/membership-ended.xhtml", Reach.BARRED),
    INITIAL_PASSWORD_EXPIRED("/sign-in/initial-password-expired.xhtml", Reach.BARRED),

    SECOND_FACTOR("/sign-in/second-factor.xhtml", Reach.HALF_PROVED),
    PASSKEY("/sign-in/passkey.xhtml", Reach.HALF_PROVED),
    PASSKEY_REFUSED("/sign-in/passkey-failed.xhtml", Reach.EVERYBODY),
    OTHER_METHODS("/sign-in/other-methods.xhtml", Reach.HALF_PROVED),
    RECOVERY_CODE("/sign-in/recovery-code.xhtml", Reach.HALF_PROVED),
    LOST_DEVICE("/sign-in/lost-device.xhtml", Reach.HALF_PROVED),
    LOST_DEVICE_CODE("/sign-in/lost-device-code.xhtml", Reach.HALF_PROVED),

    ENROLMENT("/sign-in/enrolment.xhtml", Reach.RESET_BY_STAFF),
    ENROLMENT_CODE("/sign-in/enrolment-code.xhtml", Reach.RESET_BY_STAFF),
    DESK_CODE("/sign-in/desk-code.xhtml", Reach.RESET_BY_STAFF),

    BIRTH_DATE("/first-login/birth-date.xhtml", Reach.FIRST_LOGIN),
    TERMS_DECLINED("/first-login/terms-declined.xhtml", Reach.FIRST_LOGIN),
    TERMS("/first-login/terms.xhtml", Reach.FIRST_LOGIN),
    USER_ID_AND_METHOD("/first-login/user-id-and-method.xhtml", Reach.FIRST_LOGIN),
    NEW_PASSWORD("/first-login/new-password.xhtml", Reach.FIRST_LOGIN),
    EMAIL("/first-login/email.xhtml", Reach.FIRST_LOGIN),
    EMAIL_CODE("/first-login/email-code.xhtml", Reach.FIRST_LOGIN),
    FIRST_LOGIN_DONE("/first-login/done.xhtml", Reach.FIRST_LOGIN),

    METHOD("/mfa-setup/method.xhtml", Reach.SET_UP),
    ONE_TIME_PASSWORD("/mfa-setup/one-time-password.xhtml", Reach.SET_UP),
    NEW_PASSKEY("/mfa-setup/passkey.xhtml", Reach.SET_UP),
    NEW_PASSKEY_FAILED("/mfa-setup/passkey-failed.xhtml", Reach.SET_UP),
    NEW_PASSKEY_NAME("/mfa-setup/passkey-name.xhtml", Reach.MEMBER),
    SET_UP_DONE("/mfa-setup/done.xhtml", Reach.MEMBER),

    HOME("/member/home.xhtml", Reach.MEMBER),
    ACCOUNT("/member/account.xhtml", Reach.MEMBER),
    DEVICE("/member/device.xhtml", Reach.MEMBER),
    DEVICE_REMOVAL("/member/device-removal.xhtml", Reach.MEMBER),
    NEW_RECOVERY_CODES("/member/new-recovery-codes.xhtml", Reach.MEMBER),
    RECOVERY_CODES("/member/recovery-codes.xhtml", Reach.MEMBER),
    CHANGE_EMAIL("/member/email.xhtml", Reach.MEMBER),
    CHANGE_EMAIL_CODE("/member/email-code.xhtml", Reach.MEMBER),
    CHANGE_PASSWORD("/member/password.xhtml", Reach.MEMBER),
    CHANGE_USER_ID("/member/user-id.xhtml", Reach.MEMBER),
    SESSIONS("/member/sessions.xhtml", Reach.MEMBER),
    HISTORY("/member/history.xhtml", Reach.MEMBER),
    TERMS_ACCEPTED("/member/terms.xhtml", Reach.MEMBER),
    ACCEPTED_VERSION("/member/accepted-terms.xhtml", Reach.MEMBER),
    NOT_ME("/member/not-me.xhtml", Reach.MEMBER),
    NOTICES("/member/notices.xhtml", Reach.MEMBER),
    NOTICE("/member/notice.xhtml", Reach.MEMBER),
    PREFERRED_METHOD("/member/preferred-method.xhtml", Reach.MEMBER),
    WAITING_RECOVERY("/member/waiting-recovery.xhtml", Reach.MEMBER),

    FORGOTTEN_PASSWORD("/recovery/forgotten-password.xhtml", Reach.EVERYBODY),
    FORGOTTEN_USER_ID("/recovery/forgotten-user-id.xhtml", Reach.EVERYBODY),
    SENT("/recovery/sent.xhtml", Reach.EVERYBODY),
    LINK("/recovery/link.xhtml", Reach.EVERYBODY),
    RESET("/recovery/new-password.xhtml", Reach.MAILED),
    FORMER_ADDRESS("/recovery/former-address.xhtml", Reach.EVERYBODY),
    ADDRESS_RESTORED("/recovery/address-restored.xhtml", Reach.EVERYBODY),
    STOP("/recovery/stop.xhtml", Reach.EVERYBODY),
    STOPPED("/recovery/stopped.xhtml", Reach.EVERYBODY),

    HELP_DESK("/administration/help-desk.xhtml", Reach.STAFF),
    HELPED_MEMBER("/administration/member.xhtml", Reach.STAFF),
    FACTORS_RESET("/administration/factors-reset.xhtml", Reach.STAFF),
    RECOVERY_STOP("/administration/recovery-stop.xhtml", Reach.STAFF),
    SESSIONS_END("/administration/sessions-end.xhtml", Reach.STAFF),
    PASSWORD_RESET("/administration/password-reset.xhtml", Reach.STAFF),
    EMAIL_CORRECTION("/administration/email-correction.xhtml", Reach.STAFF),
    UNLOCK("/administration/unlock.xhtml", Reach.STAFF),
    APPROVALS("/administration/approvals.xhtml", Reach.STAFF),
    APPROVAL("/administration/approval.xhtml", Reach.STAFF),
    SUPPORT_CODE("/administration/support-code.xhtml", Reach.STAFF),
    CODE_FOR_THE_DESK("/administration/desk-code.xhtml", Reach.STAFF),
    INVITATION("/recovery/invitation.xhtml", Reach.EVERYBODY),
    STAFF_LIST("/administration/staff/list.xhtml", Reach.STAFF),
    STAFF_INVITATION("/administration/staff/invitation.xhtml", Reach.STAFF),
    COLLEAGUE("/administration/staff/colleague.xhtml", Reach.STAFF),
    AUDIT("/administration/audit.xhtml", Reach.STAFF),
    FIGURES("/administration/figures.xhtml", Reach.STAFF),
    LETTER("/administration/letter.xhtml", Reach.STAFF),
    LETTERS("/administration/letters/list.xhtml", Reach.STAFF),
    LETTERS_NEW("/administration/letters/new.xhtml", Reach.STAFF),
    LETTERS_WORDS("/administration/letters/words.xhtml", Reach.STAFF),
    NOTICE_LIST("/administration/notices/list.xhtml", Reach.STAFF),
    NOTICE_DRAFT("/administration/notices/draft.xhtml", Reach.STAFF),
    NOTICE_PREVIEW("/administration/notices/preview.xhtml", Reach.STAFF),
    NOTICE_PUBLISH("/administration/notices/publish.xhtml", Reach.STAFF),
    PUBLISHED_NOTICE("/administration/notices/notice.xhtml", Reach.STAFF),
    NOTICE_TAKE_BACK("/administration/notices/take-back.xhtml", Reach.STAFF),
    TERMS_LIST("/administration/terms/list.xhtml", Reach.STAFF),
    TERMS_DRAFT("/administration/terms/draft.xhtml", Reach.STAFF),
    TERMS_PREVIEW("/administration/terms/preview.xhtml", Reach.STAFF),
    TERMS_PUBLISH("/administration/terms/publish.xhtml", Reach.STAFF),
    TERMS_TAKE_BACK("/administration/terms/take-back.xhtml", Reach.STAFF),
    TERMS_VERSION("/administration/terms/version.xhtml", Reach.STAFF),
    SETTINGS("/administration/settings/overview.xhtml", Reach.STAFF),
    SETTINGS_BRAND("/administration/settings/brand.xhtml", Reach.STAFF),
    SETTINGS_LOGO("/administration/settings/logo.xhtml", Reach.STAFF),
    SETTINGS_CONTACT("/administration/settings/contact.xhtml", Reach.STAFF),
    SETTINGS_POLICY("/administration/settings/policy.xhtml", Reach.STAFF),
    SETTINGS_HISTORY("/administration/settings/history.xhtml", Reach.STAFF),
    SETTINGS_REVERT("/administration/settings/revert.xhtml", Reach.STAFF),
    ROSTERS("/administration/roster/imports.xhtml", Reach.STAFF),
    ROSTER_COLUMNS("/administration/roster/columns.xhtml", Reach.STAFF),
    ROSTER("/administration/roster/import.xhtml", Reach.STAFF),
    ROSTER_RUN("/administration/roster/run.xhtml", Reach.STAFF),
    ROSTER_UNDO("/administration/roster/undo.xhtml", Reach.STAFF),

    PAGE_ABOUT_ACCESSIBILITY("/information/accessibility.xhtml", Reach.EVERYBODY),
    PAGE_ABOUT_CONTACT("/information/contact.xhtml", Reach.EVERYBODY),
    PAGE_ABOUT_COOKIES("/information/cookies.xhtml", Reach.EVERYBODY),
    PAGE_ABOUT_NEW_PHONE("/information/new-phone.xhtml", Reach.EVERYBODY),
    PAGE_ABOUT_NEW_TERMS("/information/new-terms.xhtml", Reach.EVERYBODY),
    PAGE_ABOUT_PRIVACY("/information/privacy.xhtml", Reach.EVERYBODY),
    PAGE_ABOUT_TERMS("/information/terms.xhtml", Reach.EVERYBODY);

    private final String address;
    private final Reach reach;

    Place(String address, Reach reach) {
        this.address = address;
        this.reach = reach;
    }

    static Optional<Place> at(String path) {
        return Arrays.stream(values())
                .filter(place -> place.address.equals(path))
                .findFirst();
    }

    String address() {
        return address;
    }

    Reach reach() {
        return reach;
    }

    boolean isStep() {
        return reach == Reach.FIRST_LOGIN;
    }

    /** Where in the first login it stands; those two between which one can go to and fro stand together. */
    int step() {
        return switch (this) {
            case TERMS_DECLINED -> TERMS.ordinal();
            case EMAIL_CODE -> EMAIL.ordinal();
            default -> ordinal();
        };
    }
}
