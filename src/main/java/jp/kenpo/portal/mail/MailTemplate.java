package jp.kenpo.portal.mail;

import java.util.Locale;

/** The mails that the portal writes; subject and body stand in the bundle {@code mail}. */
public enum MailTemplate {
    /** The code that shows that an address works: insurer, code, minutes of its life. */
    EMAIL_CODE;

    /** The first part of its texts' keys, such as {@code mail.email-code}. */
    String key() {
        return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
