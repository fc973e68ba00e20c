package jp.kenpo.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A stored password: Argon2id (RFC 9106) with its parameters beside it, in the PHC string format.
 *
 * @param phc such as {@code $argon2id$v=19$m=7168,t=5,p=1$<salt>$<hash>}
 */
public record PasswordHash(String phc) {

    /** OWASP's second choice of parameters: 7 MiB, five passes, one lane. */
    private static final int MEMORY_KIB = 7168;

    private static final int PASSES = 5;
    private static final String TODAY = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

    /**
     * The memory of as many hashes as {@link PasswordHashing} lets run at once, wiped and lent again: else each would
     * leave 7 MiB to be collected. Blocks beyond that, of hashes with greater parameters, are not kept.
     */
    private static final Argon2BytesGenerator.BlockPool MEMORY = new Argon2BytesGenerator.FixedBlockPool(
            PasswordHashing.MOST_AT_ONCE * Argon2BytesGenerator.getBlockCount(MEMORY_KIB, 1));

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]+),t=([0-9]+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** The number of random bytes that a new hash needs. */
    public static int saltBytes() {
        return SALT_BYTES;
    }

    /** Hashes a password with today's parameters. */
    public static PasswordHash of(String password, byte[] salt) {
        byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES, HASH_BYTES);
        return new PasswordHash(TODAY + BASE64.encodeToString(salt) + "$" + BASE64.encodeToString(hash));
    }

    /** Whether a new hash would be made with the same parameters. */
    boolean hasTodaysParameters() {
        return phc.startsWith(TODAY);
    }

    /** Whether this is the password, found with the parameters and the salt that stand beside the hash. */
    public boolean matches(String password) {
        return isSame(of(password));
    }

    /**
     * Another text hashed with the parameters and the salt of this one.
     *
     * @throws IllegalStateException when what is stored is no hash
     */
    PasswordHash of(String other) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password hash is not in the PHC format for Argon2id");
        }
        byte[] hash = argon2id(
                other,
                Base64.getDecoder().decode(parts.group(3)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Base64.getDecoder().decode(parts.group(4)).length);
        return new PasswordHash(phc.substring(0, parts.start(4)) + BASE64.encodeToString(hash));
    }

    /** Compares in a time that tells nothing. */
    boolean isSame(PasswordHash other) {
        return MessageDigest.isEqual(phc.getBytes(UTF_8), other.phc.getBytes(UTF_8));
    }

    /** Says nothing of the hash, so that no log can. */
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }

    private static byte[] argon2id(String password, byte[] salt, int memoryKib, int passes, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withBlockPool(MEMORY)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }
}
