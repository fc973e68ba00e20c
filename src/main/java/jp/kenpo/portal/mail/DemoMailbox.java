package jp.kenpo.portal.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Where the demo lays its mail down instead of sending it: a file a mail, to be read in the browser. */
public final class DemoMailbox implements MailCarrier {

    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    /** The mailbox in a folder; the first mail makes the folder. */
    public DemoMailbox(Path folder) {
        this.folder = folder;
    }

    /** A mail as it would have been sent. @param sender the address alone, @param text all that it says */
    public record Received(String sender, List<Header> headers, String text) {}

    @Override
    public void carry(Letter letter) throws MessagingException {
        // Named by microseconds, so that the names' order is the mails' order even within a millisecond.
        long created = ChronoUnit.MICROS.between(Instant.EPOCH, letter.date());
        String name = created + "-" + letter.messageId();
        try {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(name + ".part");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                letter.asMessage(session).writeTo(out);
            }
            Files.move(unfinished, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("The demo's mail folder cannot be written: " + folder, e);
        }
    }

    /** All mail of one sender, the newest first. */
    public List<Received> newestFirst(String sender) throws IOException, MessagingException {
        List<Received> received = new ArrayList<>();
        for (Path file : files()) {
            Received mail = read(file);
            if (mail.sender().equals(sender)) {
                received.add(mail);
            }
        }
        return received;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        }
    }

    private Received read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            InternetAddress sender = (InternetAddress) message.getFrom()[0];
            List<Header> headers = new ArrayList<>();
            headers.add(new Header("From", sender.toUnicodeString()));
            headers.add(new Header("To", message.getAllRecipients()[0].toString()));
            headers.add(new Header("Subject", message.getSubject()));
            headers.addAll(Collections.list(message.getNonMatchingHeaders(new String[] {"From", "To", "Subject"})));
            return new Received(sender.getAddress(), headers, Letter.textOf(message));
        }
    }
}
