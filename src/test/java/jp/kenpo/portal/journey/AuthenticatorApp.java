package jp.kenpo.portal.journey;

import java.time.Duration;

/** The app on a member's phone, for journeys in which it shows what the portal takes. */
interface AuthenticatorApp {

    /** The code of a key that the app has just read. */
    String first(String key);

    /** A code of a key that the app has had for a while. */
    String another(String key);

    /** By the machine's clock: waits for codes, and has one for what is set up and one for the next login. */
    AuthenticatorApp OF_TODAY = new AuthenticatorApp() {
        @Override
        public String first(String key) {
            return OneTimePasswords.now(key);
        }

        @Override
        public String another(String key) {
            return OneTimePasswords.next(key);
        }
    };

    /** By the portal's clock, which is moved ahead to when the app shows the next code: none is used twice. */
    static AuthenticatorApp in(PortalTime time) {
        return new AuthenticatorApp() {
            @Override
            public String first(String key) {
                return another(key);
            }

            @Override
            public String another(String key) {
                long gone = time.now().getEpochSecond() % OneTimePasswords.STEP;
                time.moveBy(Duration.ofSeconds(OneTimePasswords.STEP - gone));
                return OneTimePasswords.at(key, "@" + time.now().getEpochSecond());
            }
        };
    }
}
