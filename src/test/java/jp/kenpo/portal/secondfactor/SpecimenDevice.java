package jp.kenpo.portal.secondfactor;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A member's device: one that counts its signatures and keeps its keys to itself, or one that does neither. */
record SpecimenDevice(COSEAlgorithmIdentifier algorithm, KeyPair keys, boolean isSynced) {

    private static final int SYNCED = SoftwareAuthenticator.BACKUP_ELIGIBLE | SoftwareAuthenticator.BACKED_UP;

    /** Of both kinds for each algorithm that the portal offers. */
    static List<SpecimenDevice> all() {
        return PasskeyRegistration.ALGORITHMS.stream()
                .flatMap(algorithm -> Stream.of(true, false)
                        .map(isSynced ->
                                new SpecimenDevice(algorithm, SoftwareAuthenticator.keys(algorithm), isSynced)))
                .toList();
    }

    /** Ready to make a passkey. */
    SoftwareAuthenticator asked(byte[] challenge) {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(challenge, algorithm, keys);
        authenticator.flags |= isSynced ? SYNCED : 0;
        authenticator.signCount = isSynced ? 0 : 5;
        return authenticator;
    }

    /** Ready to sign in with it. */
    SoftwareAuthenticator askedAgain(byte[] challenge) {
        SoftwareAuthenticator authenticator = asked(challenge);
        authenticator.signCount += isSynced ? 0 : 1;
        return authenticator;
    }

    /** The passkey that it made. */
    Passkey passkey() {
        byte[] challenge = new byte[32];
        PasskeyRegistration made = ((PasskeyCheck.Passed<PasskeyRegistration>)
                        PasskeyRegistration.verify(asked(challenge).create(), Specimen.PORTAL, challenge))
                .value();
        return new Passkey(7, Specimen.PORTAL, made, new DeviceName("iPhone"), Instant.EPOCH);
    }
}
