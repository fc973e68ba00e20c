package jp.kenpo.portal.journey.soak;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.portal.mail.Mailbox;

/** The demo's mail, read from its folder: its page shows all of it, which takes long after thousands of moves. */
final class Mails {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");
    private static final Pattern LINK = Pattern.compile("(/recovery/[a-z-]+\\.xhtml\\?token=[A-Za-z0-9_-]+)");

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());
    private final Set<Path> read = new HashSet<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    Mails(Path folder) {
        this.folder = folder;
    }

    /** What the newest mail with a code says that came to an address. */
    Optional<String> code(String address) {
        readNew();
        return Optional.ofNullable(codes.get(address));
    }

    /** The page of the newest link that came to an address. */
    Optional<String> link(String address) {
        readNew();
        return Optional.ofNullable(links.get(address));
    }

    private void readNew() {
        try (Stream<Path> files = Files.list(folder)) {
            // Their names begin with the time, so the newest is read last.
            files.filter(file -> file.toString().endsWith(".eml") && read.add(file))
                    .sorted()
                    .forEach(this::read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(session, in);
            String to = mail.getRecipients(Message.RecipientType.TO)[0].toString();
            String text = Mailbox.text(mail);
            note(CODE.matcher(text), to, codes);
            note(LINK.matcher(text), to, links);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static void note(Matcher found, String to, Map<String, String> newest) {
        if (found.find()) {
            newest.put(to, found.group(1));
        }
    }
}
