package jp.kenpo.portal.signin;

import java.time.Instant;

/** Something that the caller showed during this visit, and when. */
public sealed interface Proof {

    Instant at();

    /** Whether it counts as a second factor. */
    default boolean isSecondFactor() {
        return true;
    }

    /** The password. @param initial whether it was the one made up of 記号+番号+生年月日 */
    record Password(boolean initial, Instant at) implements Proof {
        @Override
        public boolean isSecondFactor() {
            return false;
        }
    }

    /** A link that was sent to the member's confirmed address, since he had forgotten his password. */
    record MailLink(long linkId, Instant at) implements Proof {
        @Override
        public boolean isSecondFactor() {
            return false;
        }
    }

    /**
     * Who somebody is whose second factors were taken away by staff: a code by mail or one that they took from him. It
     * lets him set a new one up, and stands for none.
     *
     * @param atDesk whether staff took it
     */
    record Enrolment(boolean atDesk, Instant at) implements Proof {
        @Override
        public boolean isSecondFactor() {
            return false;
        }
    }

    /** A one-time password of a device set up before. */
    record TotpCode(long deviceId, Instant at) implements Proof {}

    /** A one-time password that finished setting its device up in this visit. */
    record TotpRegistration(long deviceId, Instant at) implements Proof {}

    /** One of the member's recovery codes. */
    record RecoveryCode(long codeId, Instant at) implements Proof {}

    /** A code by mail after the wait of a member who has none of his devices any more. */
    record AccountRecovery(long recoveryId, Instant at) implements Proof {}

    /** A passkey used with face, fingerprint or screen lock. */
    record PasskeyAssertion(long passkeyId, Instant at) implements Proof {}

    /** A passkey made in this visit. */
    record PasskeyRegistration(long passkeyId, Instant at) implements Proof {}
}
