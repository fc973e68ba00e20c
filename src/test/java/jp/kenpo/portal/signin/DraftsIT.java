package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.platform.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of a form whose session was over. */
@InContainer
class DraftsIT {

    private static final String PAGE = "/first-login/email.xhtml";

    @Inject
    Drafts drafts;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;

    @BeforeEach
    void aMember() {
        account = given.anAccount();
    }

    @Test
    void isThereForItsMemberOnItsPageForAnHour() {
        keep("email", "a+b&c=d@example.jp");

        assertThat(drafts.find(account.id(), PAGE)).isEqualTo(Map.of("email", "a+b&c=d@example.jp"));
        assertThat(drafts.find(given.anAccount().id(), PAGE)).isEmpty();
        assertThat(drafts.find(account.id(), "/first-login/new-password.xhtml")).isEmpty();
        clock.moveBy(Duration.ofHours(1));
        assertThat(drafts.find(account.id(), PAGE)).isEmpty();
    }

    @Test
    void isTheLatestAlone() {
        keep("email", "first@example.jp");
        keep("email", "second@example.jp");

        assertThat(drafts.find(account.id(), PAGE)).containsEntry("email", "second@example.jp");
    }

    @Test
    @Tag("ASVS-6.5.2")
    void isNoSecretAndCannotBeReadInTheDatabase() {
        drafts.keep(
                account.id(),
                PAGE,
                Map.of(
                        "new-password", new String[] {"Hokenjo2026sho"},
                        "birth-date", new String[] {"19801201"},
                        "one-time-password", new String[] {"492039"},
                        "email", new String[] {"taro@example.jp"}));

        assertThat(drafts.find(account.id(), PAGE)).containsOnlyKeys("email");
        byte[] stored = (byte[]) transactions
                .rows("select sealed_fields from draft where account_id = ?1", account.id())
                .get(0);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("taro");
    }

    @Test
    void isNotWhatNobodyTypes() {
        keep("email", "a".repeat(255));
        keep("unknown", "field");

        assertThat(drafts.find(account.id(), PAGE)).isEmpty();
    }

    /** Terms are long, and written in more than half an hour. */
    @Test
    void isWhatStaffWriteHoweverLong() {
        String text = "長".repeat(40_000);
        drafts.keep(account.id(), StaffPages.TERMS_DRAFT, Map.of("text-ja", new String[] {text}));

        assertThat(drafts.find(account.id(), StaffPages.TERMS_DRAFT)).containsEntry("text-ja", text);
        drafts.forget(account.id(), StaffPages.TERMS_DRAFT);
        assertThat(drafts.find(account.id(), StaffPages.TERMS_DRAFT)).isEmpty();
    }

    @Test
    void isOfAPageWithThatFieldAlone() {
        Map<String, String[]> form = Map.of("email", new String[] {"taro@example.jp"});
        drafts.keep(account.id(), "/member/home.xhtml", form);
        drafts.keep(account.id(), "/mfa-setup/passkey-name.xhtml", form);
        drafts.keep(account.id(), "/member/" + "a".repeat(1000) + ".xhtml", form);

        assertThat(transactions.rows("select page from draft where account_id = ?1", account.id()))
                .isEmpty();
    }

    private void keep(String field, String value) {
        drafts.keep(account.id(), PAGE, Map.of(field, new String[] {value}));
    }
}
