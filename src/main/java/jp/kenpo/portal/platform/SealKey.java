package jp.kenpo.portal.platform;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.ChunkedMac;
import com.google.crypto.tink.mac.ChunkedMacComputation;
import com.google.crypto.tink.mac.ChunkedMacVerification;
import com.google.crypto.tink.mac.MacConfig;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Seals what everybody may read and nobody may change (HMAC, RFC 2104), with a key that is not in the database.
 *
 * <p>What is sealed is taken in part by part, so that it never stands in memory as a whole. Parts are joined without
 * a mark between them: whoever makes them gives each its length.
 */
public final class SealKey {

    private final ChunkedMac key;

    SealKey(KeysetHandle keyset) throws GeneralSecurityException {
        MacConfig.register();
        key = keyset.getPrimitive(RegistryConfiguration.get(), ChunkedMac.class);
    }

    /** Begins a seal. */
    public Sealing sealing() {
        try {
            return new Sealing(key.createComputation());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not begin a seal", e);
        }
    }

    /** Begins to look whether a seal was made with this key over the parts that follow. */
    public Checking checking(byte[] mac) {
        try {
            return new Checking(key.createVerification(mac));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not begin to check a seal", e);
        }
    }

    /** A seal in the making. */
    public static final class Sealing {
        private final ChunkedMacComputation computation;

        private Sealing(ChunkedMacComputation computation) {
            this.computation = computation;
        }

        /** Takes the next part in. */
        public void add(byte[] part) {
            try {
                computation.update(ByteBuffer.wrap(part));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Could not seal", e);
            }
        }

        /** The seal over all parts. */
        public byte[] mac() {
            try {
                return computation.computeMac();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Could not seal", e);
            }
        }
    }

    /** A seal that is looked at. */
    public static final class Checking {
        private final ChunkedMacVerification verification;

        private Checking(ChunkedMacVerification verification) {
            this.verification = verification;
        }

        /** Takes the next part in. */
        public void add(byte[] part) {
            try {
                verification.update(ByteBuffer.wrap(part));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Could not check a seal", e);
            }
        }

        /** Whether it is over just these parts. */
        public boolean holds() {
            try {
                verification.verifyMac();
                return true;
            } catch (GeneralSecurityException another) {
                return false;
            }
        }
    }
}
