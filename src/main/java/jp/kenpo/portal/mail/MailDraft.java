package jp.kenpo.portal.mail;

import java.util.List;
import jp.kenpo.portal.web.Language;

/**
 * What is to be written to whom.
 *
 * @param sender the insurer's address that the mail comes from
 * @param senderName the insurer's name beside it
 * @param arguments for the places of the template's text; one line each
 */
public record MailDraft(
        long insurerId,
        MailTemplate template,
        Language language,
        String sender,
        String senderName,
        String recipient,
        List<String> arguments) {

    public MailDraft {
        arguments = List.copyOf(arguments);
    }
}
