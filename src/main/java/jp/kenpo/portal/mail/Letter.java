package jp.kenpo.portal.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Messages;

/** A mail with all its words, ready to be handed over. */
record Letter(
        String from,
        String fromName,
        String to,
        String subject,
        String body,
        String messageId,
        Instant date,
        Language language) {

    static Letter of(
            MailTemplate template,
            Language language,
            String from,
            String fromName,
            String to,
            String messageId,
            Instant date,
            Object... arguments) {
        return new Letter(
                from,
                fromName,
                to,
                Messages.text(language, template.key() + ".subject", arguments),
                Messages.text(language, template.key() + ".body", arguments),
                messageId,
                date,
                language);
    }

    /** As a message of RFC 5322, UTF-8: as text, and for whoever shows that the same words as HTML (RFC 2046 § 5.1.4). */
    MimeMessage asMessage(Session session) throws MessagingException {
        MimeMessage message = new FixedIdMessage(session, messageId);
        try {
            message.setFrom(new InternetAddress(from, fromName, UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
        // Not strict: addresses with dots that RFC 5321 forbids are in use (a..b.@docomo.ne.jp).
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
        message.setSubject(subject, UTF_8.name());
        message.setContent(new MimeMultipart("alternative", part(body, "plain"), part(html(), "html")));
        message.setSentDate(Date.from(date));
        message.setHeader("Content-Language", language.code());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Its words as HTML. */
    String html() {
        return HtmlBody.of(language, fromName, subject, body);
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, UTF_8.name(), subtype);
        return part;
    }

    /** What is said in a message, as text. */
    static String textOf(MimeMessage message) throws IOException, MessagingException {
        Object content = message.getContent();
        return (String)
                (content instanceof MimeMultipart parts ? parts.getBodyPart(0).getContent() : content);
    }

    /** Jakarta Mail would give each try an id of its own. */
    private static final class FixedIdMessage extends MimeMessage {
        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
