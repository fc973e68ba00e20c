package jp.kenpo.portal.journey;

import java.nio.file.Path;
import java.time.Instant;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.OutsideProgram;

/** An authenticator app on another machine: reads the QR code from a picture and makes codes, by programs not ours. */
public final class OneTimePasswords {

    /** The seconds of a code's life. */
    static final int STEP = 30;

    /** As many of them are enough to type a code and send it; a busy machine took ten. */
    private static final int LEFT = 15;

    private OneTimePasswords() {}

    /** The base32 key in the QR code of a screenshot (zbarimg). */
    static String keyFrom(Path screenshot) {
        String address = OutsideProgram.run("zbarimg", "--quiet", "--raw", screenshot.toString())
                .strip();
        return address.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1");
    }

    /**
     * The code that the app shows now (oathtool), and for some seconds more: one that comes in after its time is taken
     * as a slow phone's, and from then on what the app shows {@link #next} is too far ahead.
     */
    static String now(String key) {
        Await.until("a code that is neither new nor about to change", OneTimePasswords::isInTheMidst);
        return at(key, "now");
    }

    /** Not in the first second either: the other program's clock is some milliseconds behind. */
    private static boolean isInTheMidst() {
        long gone = Instant.now().getEpochSecond() % STEP;
        return gone >= 1 && gone < STEP - LEFT;
    }

    /** The code that the app shows next; the portal takes it as a phone's that is a little fast. */
    static String next(String key) {
        return at(key, "now + 30 seconds");
    }

    /** The code at another time, such as {@code now - 4 minutes} or {@code @} and seconds since 1970. */
    public static String at(String key, String time) {
        return OutsideProgram.run("oathtool", "--totp", "--base32", "--now=" + time, key)
                .strip();
    }
}
