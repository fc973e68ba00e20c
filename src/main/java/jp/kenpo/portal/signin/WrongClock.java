package jp.kenpo.portal.signin;

import java.time.Duration;
import java.time.Instant;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.TotpVerifier;

/** Says by how much the clock of a device is wrong, judged by the code that it showed. */
public final class WrongClock {

    private WrongClock() {}

    /** The sentence for a code of another time than now. */
    public static Refusal refusal(long step, Instant now) {
        long off = step - TotpVerifier.stepAt(now);
        Duration amount = TotpVerifier.STEP.multipliedBy(Math.abs(off));
        long minutes = Math.max(1, Math.round(amount.toSeconds() / 60.0));
        String key = off > 0 ? "one-time-password.clock-fast" : "one-time-password.clock-slow";
        return Refusal.of(key, Long.toString(minutes));
    }
}
