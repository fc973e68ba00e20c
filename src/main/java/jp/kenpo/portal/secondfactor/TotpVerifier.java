package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Compares one-time passwords with those of a key: SHA-1, six digits, steps of thirty seconds (RFC 6238), which
 * the three apps of the manual all make.
 *
 * <p>It finds the step that a code belongs to. Whether that step was used before is the device's to know.
 */
public final class TotpVerifier {

    /** One code's life. */
    public static final Duration STEP = Duration.ofSeconds(30);

    /** Accepted before and after the present step (RFC 6238 § 5.2). */
    private static final int WINDOW = 1;

    /** How far a wrong clock is searched for: ten minutes each way. */
    private static final int DIAGNOSIS = 20;

    private static final CodeGenerator GENERATOR = new DefaultCodeGenerator(HashingAlgorithm.SHA1, 6);

    private TotpVerifier() {}

    /** The number of whole steps since the epoch. */
    public static long stepAt(Instant now) {
        return now.getEpochSecond() / STEP.toSeconds();
    }

    /**
     * The step whose code this is, the present one or one beside it; empty where it is none of theirs.
     *
     * @param drift how many steps the device was off when last seen: the window is laid around it
     */
    public static OptionalLong acceptedStep(TotpSecret secret, String code, Instant now, int drift) {
        long middle = stepAt(now) + drift;
        return find(secret, code, LongStream.of(middle, middle - WINDOW, middle + WINDOW));
    }

    /**
     * The step whose code this is within ten minutes, for a device whose clock is wrong; never to be accepted.
     */
    public static OptionalLong diagnosedStep(TotpSecret secret, String code, Instant now) {
        long middle = stepAt(now);
        return find(secret, code, LongStream.rangeClosed(middle - DIAGNOSIS, middle + DIAGNOSIS));
    }

    private static OptionalLong find(TotpSecret secret, String code, LongStream steps) {
        byte[] typed = code.getBytes(UTF_8);
        return steps.filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), typed))
                .findFirst();
    }

    private static String code(TotpSecret secret, long step) {
        try {
            return GENERATOR.generate(secret.base32(), step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException("The code of step " + step + " could not be computed", e);
        }
    }
}
