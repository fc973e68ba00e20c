package jp.kenpo.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** The one place that random values come from: the machine's cryptographically secure source. */
@ApplicationScoped
public class Chance {

    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom source = new SecureRandom();

    /** A new array of random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        source.nextBytes(bytes);
        return bytes;
    }

    /** Decimal digits, each drawn evenly, leading zeros kept. */
    public String digits(int count) {
        return source.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** Letters and digits in groups of four, without those that are read for one another (0 and O, 1, I and L, U). */
    public String readable(int groups) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups * 4; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(source.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** A token of 256 bits. */
    public SecretToken token() {
        return SecretToken.of(bytes(32));
    }
}
