package jp.kenpo.portal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import jp.kenpo.portal.platform.Settings;

/** Hands letters to the installation's mail relay by SMTP. */
final class SmtpCarrier implements MailCarrier {

    private static final String TIMEOUT_MILLIS = "15000";

    private final Settings.MailServer server;
    private final Session session;

    SmtpCarrier(Settings.MailServer server) {
        this.server = server;
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        session = Session.getInstance(properties);
    }

    @Override
    public void carry(Letter letter) throws MessagingException {
        MimeMessage message = letter.asMessage(session);
        try (Transport transport = session.getTransport()) {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (server.user().isPresent()) {
            transport.connect(server.user().get(), server.password());
        } else {
            // With a password, even an empty one, Jakarta Mail would log in by the name of the machine's user.
            transport.connect();
        }
    }
}
