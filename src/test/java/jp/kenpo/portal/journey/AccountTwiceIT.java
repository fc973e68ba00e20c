package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever presses a button of the account's pages twice reads what came of the second press: that it is done. */
@ExtendWith(Journey.class)
class AccountTwiceIT {

    private static final String ACCOUNT = "/member/account.xhtml";
    private static final String CODES = "/member/recovery-codes.xhtml";
    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4}-){2}[0-9A-Z]{4}");

    private final PortalWithDatabase both;
    private final Newcomer member;

    AccountTwiceIT(PortalWithDatabase both) {
        this.both = both;
        this.member = Newcomer.atDemo(both);
    }

    @BeforeEach
    void whoIsSignedIn() {
        member.asFarAs("/member/home.xhtml");
    }

    @Test
    void oneSheetOfRecoveryCodesIsMade() {
        WireRequest make = member.filled("/member/new-recovery-codes.xhtml", "button-make");

        assertThat(member.visitor().ask(make).location()).isEqualTo(CODES);
        String shown = firstCode();
        assertThat(member.visitor().ask(make).location()).isEqualTo(CODES);

        assertThat(firstCode()).isEqualTo(shown);
        assertThat(both.database().number("select count(*) from recovery_code where " + member.isAccount()))
                .isEqualTo(10);
    }

    @Test
    void theSheetIsPutAway() {
        member.press("/member/new-recovery-codes.xhtml", "button-make");

        leadsToTheAccountTwice(member.filled(CODES, "button-ok", "kept", "on"));
    }

    @Test
    void theAddressIsConfirmed() {
        both.database().run("delete from email_confirmation where " + member.isAccount());
        member.press("/member/email.xhtml", "button-submit", "email", member.email());

        leadsToTheAccountTwice(member.filled(
                "/member/email-code.xhtml", "button-submit", "confirmation-code", member.awaitEmailCode()));
    }

    @Test
    void aDeviceIsRenamedAndRemoved() {
        Matcher first = Pattern.compile("device=otp-[0-9]+")
                .matcher(member.visitor().get(ACCOUNT).body());
        assertThat(first.find()).isTrue();
        member.visitor().ask(member.formOf("/mfa-setup/one-time-password.xhtml"));

        leadsToTheAccountTwice(
                member.filled("/member/device.xhtml?" + first.group(), "button-rename", "device-name", "iPad"));
        leadsToTheAccountTwice(member.filled("/member/device-removal.xhtml?" + first.group(), "button-remove"));
    }

    private void leadsToTheAccountTwice(WireRequest form) {
        assertThat(member.visitor().ask(form).location()).startsWith(ACCOUNT);
        assertThat(member.visitor().ask(form).location()).startsWith(ACCOUNT);
    }

    private String firstCode() {
        Matcher code = CODE.matcher(member.visitor().get(CODES).body());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
