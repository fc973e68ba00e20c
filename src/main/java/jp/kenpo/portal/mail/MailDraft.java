package jp.kenpo.portal.mail;

import java.util.List;
import jp.kenpo.portal.web.Language;

/**
 * What is to be written to whom.
 *
 * @param sender the insurer's address that the mail comes from
 * @param senderName the insurer's name beside it
 * @param arguments for the places of the template's text
 */
public record MailDraft(
        long insurerId,
        MailTemplate template,
        Language language,
        String sender,
        String senderName,
        String recipient,
        List<String> arguments) {

    /** Names and arguments become one line each, so that none can begin a header or take another's place. */
    public MailDraft {
        senderName = oneLine(senderName);
        arguments = arguments.stream().map(MailDraft::oneLine).toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
