package jp.kenpo.portal.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jp.kenpo.portal.platform.Settings;

/** Chooses how mail leaves: by the relay, or in demo mode not at all. */
@Dependent
public class MailCarriers {

    @Produces
    @Singleton
    static MailCarrier carrier(Settings settings) {
        return settings.demo()
                .<MailCarrier>map(demo -> new DemoMailbox(demo.mailFolder()))
                .orElseGet(() -> new SmtpCarrier(settings.mailServer()));
    }
}
