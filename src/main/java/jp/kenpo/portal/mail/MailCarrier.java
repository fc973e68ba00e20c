package jp.kenpo.portal.mail;

import jakarta.mail.MessagingException;

/** Takes a letter away: to the relay, or in demo mode to a folder. */
interface MailCarrier {

    /**
     * Hands the letter over.
     *
     * @throws MessagingException when it was not taken; it will be tried again
     */
    void carry(Letter letter) throws MessagingException;
}
