package jp.kenpo.portal.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.platform.Settings;

/** A real relay that all mail is handed to by SMTP, in tests, and what it took; it can be taken away. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Mailbox implements MailCarrier {

    /** A busy machine takes longer than the two seconds that it would be otherwise. */
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final ServerSetup smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final GreenMail relay = new GreenMail(smtp);
    private final SmtpCarrier toTheRelay = carrierTo(smtp.getPort());
    private final SmtpCarrier toNobody = carrierTo(freePort());
    private volatile boolean up = true;

    @PostConstruct
    void start() {
        smtp.setServerStartupTimeout(LONGEST_START.toMillis());
        relay.start();
    }

    @PreDestroy
    void stop() {
        relay.stop();
    }

    @Override
    public void carry(Letter letter) throws MessagingException {
        (up ? toTheRelay : toNobody).carry(letter);
    }

    /** Nobody takes connections from now on. */
    public void goDown() {
        up = false;
    }

    /** Connections are taken again. */
    public void comeUp() {
        up = true;
    }

    /** Waits for the first mail to an address. */
    public MimeMessage awaitMailTo(String address) {
        Await.until("a mail to " + address, () -> !mailTo(address).isEmpty());
        return mailTo(address).get(0);
    }

    /** Waits for a mail with this subject. */
    public void awaitMailTo(String address, String subject) {
        Await.until(
                subject + " to " + address,
                () -> mailTo(address).stream().map(Mailbox::subject).anyMatch(subject::equals));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has come to an address. */
    public List<MimeMessage> mailTo(String address) {
        try {
            List<MimeMessage> mine = new ArrayList<>();
            for (MimeMessage message : relay.getReceivedMessages()) {
                if (List.of(message.getAllRecipients()).toString().contains(address)) {
                    mine.add(message);
                }
            }
            return mine;
        } catch (MessagingException e) {
            throw new IllegalStateException("The relay's mail cannot be read", e);
        }
    }

    /** What a mail says, as text. */
    public static String text(MimeMessage mail) {
        try {
            return Letter.textOf(mail);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SmtpCarrier carrierTo(int port) {
        return new SmtpCarrier(new Settings.MailServer("127.0.0.1", port, Optional.empty(), "", false));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }
}
