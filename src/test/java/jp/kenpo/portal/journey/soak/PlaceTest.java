package jp.kenpo.portal.journey.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import jp.kenpo.portal.journey.Addresses;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void isEveryPageThatThePortalHas() throws IOException {
        assertThat(Stream.of(Place.values()).map(Place::address))
                .containsExactlyInAnyOrderElementsOf(Addresses.pages());
    }
}
