package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.audit.AuditEvent;
import org.junit.jupiter.api.Test;

class HistoryWordTest {

    /** Whoever adds an event decides here whether its member reads of it. */
    @Test
    void onlyTheseAreNotTold() {
        Set<AuditEvent> untold = EnumSet.allOf(AuditEvent.class);
        untold.removeAll(HistoryWord.TOLD);

        assertThat(untold)
                .containsExactlyInAnyOrder(
                        AuditEvent.ADDRESS_HELD_OFF,
                        AuditEvent.GUESSING_ALARM,
                        AuditEvent.STAFF_INVITED,
                        AuditEvent.STAFF_ROLE_CHANGED,
                        AuditEvent.STAFF_STOPPED,
                        AuditEvent.AUDIT_EXPORTED,
                        AuditEvent.LETTERS_TAKEN,
                        AuditEvent.LETTER_WORDS_CHANGED,
                        AuditEvent.TERMS_PUBLISHED,
                        AuditEvent.TERMS_TAKEN_BACK,
                        AuditEvent.TERMS_ACCEPTANCES_TAKEN,
                        AuditEvent.NOTICE_PUBLISHED,
                        AuditEvent.NOTICE_TAKEN_BACK,
                        AuditEvent.SETTINGS_CHANGED,
                        AuditEvent.SUPPORT_CODE_REFUSED,
                        AuditEvent.HELP_ASKED_FOR,
                        AuditEvent.HELP_DECLINED,
                        AuditEvent.ROSTER_BROUGHT,
                        AuditEvent.ROSTER_RUN,
                        AuditEvent.ROSTER_UNDONE,
                        AuditEvent.RECOVERY_ASKED,
                        AuditEvent.RECOVERY_REFUSED,
                        AuditEvent.USER_ID_REFUSED,
                        AuditEvent.EMAIL_REFUSED,
                        AuditEvent.EMAIL_CODE_RESENT,
                        AuditEvent.EMAIL_PUT_OFF,
                        AuditEvent.HAND_OVER_CONTINUED,
                        AuditEvent.SECOND_FACTOR_REMOVAL_REFUSED,
                        AuditEvent.MEMBERS_SEARCHED,
                        AuditEvent.DESK_CODE_REFUSED);
    }

    @Test
    void eachWordIsUsed() {
        assertThat(Arrays.stream(AuditEvent.values()).map(HistoryWord::of).flatMap(Optional::stream))
                .containsOnly(HistoryWord.values());
    }

    @Test
    void whatWasRefusedCatchesTheEye() {
        assertThat(Arrays.stream(AuditEvent.values())
                        .filter(event -> event.name().endsWith("_REFUSED"))
                        .map(HistoryWord::of)
                        .flatMap(Optional::stream))
                .isNotEmpty()
                .allMatch(HistoryWord::isFailure);
    }
}
