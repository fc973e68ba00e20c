package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffDeedTest {

    @Test
    void every_role_and_reason_is_read_back_as_it_was_recorded() {
        for (StaffRole role : StaffRole.values()) {
            StaffDeed look = new StaffDeed(12, role, Optional.empty());
            assertThat(StaffDeed.of(look.inShort())).contains(look);
            assertThat(StaffDeed.whatElse(look.inShort())).isEmpty();
            for (HelpReason reason : HelpReason.values()) {
                StaffDeed help = new StaffDeed(12, role, Optional.of(reason));
                assertThat(StaffDeed.of(help.inShort() + "; name, called-back")).contains(help);
                assertThat(StaffDeed.whatElse(help.inShort() + "; name")).isEqualTo(reason.key() + "; name");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password.wrong", "by 12", "by 12; lost-device; name", "by 12, somebody", "2 of 10"})
    void what_tells_of_no_staff_is_no_deed(String recorded) {
        assertThat(StaffDeed.of(recorded)).isEmpty();
        assertThat(StaffDeed.whatElse(recorded)).isEqualTo(recorded);
    }
}
