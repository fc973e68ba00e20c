package jp.kenpo.portal.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one place that the time of day comes from; its zone is where members live. */
@Dependent
public class Clocks {

    /** The zone of every date that a member reads or types. */
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** The machine's clock, in Japan's time. */
    @Produces
    @Singleton
    public static Clock clock() {
        return Clock.system(JAPAN);
    }
}
