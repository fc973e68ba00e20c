package jp.kenpo.portal.account;

import jp.kenpo.portal.mail.MailTemplate;

/** What a code that is sent by mail is good for; it is worth nothing for anything else (ASVS 6.6.2). */
public enum EmailCodePurpose {
    /** It shows that the address works. */
    ADDRESS(MailTemplate.EMAIL_CODE),
    /** It is one of two proofs of a member who has none of his devices any more. */
    LOST_DEVICE(MailTemplate.LOST_DEVICE_CODE),
    /** It is what whoever's second factors were taken away by staff shows beside his password. */
    ENROLMENT(MailTemplate.ENROLMENT_CODE);

    private final MailTemplate template;

    EmailCodePurpose(MailTemplate template) {
        this.template = template;
    }

    /** The mail that brings it. */
    MailTemplate template() {
        return template;
    }
}
