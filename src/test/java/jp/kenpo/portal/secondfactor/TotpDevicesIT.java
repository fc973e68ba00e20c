package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.secondfactor.TotpDevices.Verdict;
import org.junit.jupiter.api.Test;

@InContainer
class TotpDevicesIT {

    private static final Duration STEP = TotpVerifier.STEP;

    @Inject
    TotpDevices devices;

    @Inject
    Accounts accounts;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    @Test
    void ofTwoHundredEqualCodesAtOnceOneIsAccepted() throws Exception {
        TotpDevice device = aConfirmedDevice();
        clock.moveBy(STEP);
        String code = codeAt(device, presentStep());

        List<Verdict> verdicts = AtOnce.from(200, () -> transactions.commit(() -> devices.accept(device, code)));

        assertThat(Collections.frequency(verdicts, Verdict.ACCEPTED)).isEqualTo(1);
        assertThat(Collections.frequency(verdicts, Verdict.USED_BEFORE)).isEqualTo(199);
    }

    @Test
    void aCodeThatWasAcceptedDoesNotWorkAgainAndTheNextOneDoes() throws Exception {
        TotpDevice device = aConfirmedDevice();
        clock.moveBy(STEP);
        String code = codeAt(device, presentStep());

        Verdict first = accept(device, code);
        Verdict again = accept(device, code);
        clock.moveBy(STEP);
        Verdict next = accept(device, codeAt(device, presentStep()));

        assertThat(List.of(first, again, next))
                .containsExactly(Verdict.ACCEPTED, Verdict.USED_BEFORE, Verdict.ACCEPTED);
    }

    @Test
    void theCodeThatConfirmedADeviceDoesNotSignInAfterwards() throws Exception {
        TotpDevice device = aConfirmedDevice();

        Verdict verdict = accept(device, codeAt(device, presentStep()));

        assertThat(verdict).isEqualTo(Verdict.USED_BEFORE);
    }

    @Test
    void aBurnedStepNeverSignsIn() throws Exception {
        TotpDevice device = aConfirmedDevice();
        long burned = presentStep() + 3;
        String code = codeAt(device, burned);
        transactions.commit(() -> devices.burn(device, burned));

        clock.moveBy(STEP.multipliedBy(2));
        Verdict early = accept(device, code);
        clock.moveBy(STEP);
        Verdict onTime = accept(device, code);
        clock.moveBy(STEP);
        Verdict late = accept(device, code);

        assertThat(List.of(early, onTime, late)).containsOnly(Verdict.USED_BEFORE);
    }

    @Test
    void aBurnedStepConfirmsNoDevice() throws Exception {
        Account account = given.anAccount();
        TotpDevice device = begin(account);
        long burned = presentStep() + 3;
        transactions.commit(() -> devices.burn(device, burned));

        clock.moveBy(STEP.multipliedBy(3));
        boolean confirmed = transactions.commit(() -> devices.confirm(device, new DeviceName("iPhone"), burned));

        assertThat(confirmed).isFalse();
        assertThat(devices.confirmed(account.id())).isEmpty();
    }

    @Test
    void theBegunDeviceKeepsItsKeyInEveryTab() throws Exception {
        Account account = given.anAccount();

        List<TotpDevice> begun = AtOnce.from(10, () -> begin(account));

        TotpDevice first = begun.get(0);
        assertThat(begun).extracting(TotpDevice::id).containsOnly(first.id());
        assertThat(begun).extracting(devices::secret).containsOnly(devices.secret(first));
    }

    @Test
    void aConfirmedDeviceIsFollowedByOneWithAKeyOfItsOwn() throws Exception {
        TotpDevice first = aConfirmedDevice();

        TotpDevice second = transactions.commit(() -> devices.begun(first.accountId()));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(devices.secret(second)).isNotEqualTo(devices.secret(first));
        assertThat(devices.confirmed(first.accountId()))
                .extracting(TotpDevice::name)
                .containsExactly("iPhone");
    }

    @Test
    void theKeyCannotBeReadInTheTable() throws Exception {
        TotpDevice device = begin(given.anAccount());

        byte[] stored = (byte[]) transactions
                .rows("select sealed_secret from totp_device where id = ?1", device.id())
                .get(0);

        assertThat(new String(stored, ISO_8859_1))
                .isNotEmpty()
                .doesNotContain(devices.secret(device).base32());
    }

    private TotpDevice aConfirmedDevice() throws Exception {
        Account account = given.anAccount();
        TotpDevice begun = begin(account);
        transactions.commit(() -> devices.confirm(begun, new DeviceName("iPhone"), presentStep()));
        return devices.confirmed(account.id()).get(0);
    }

    private TotpDevice begin(Account account) throws Exception {
        return transactions.commit(
                () -> devices.begun(accounts.lock(account.id()).id()));
    }

    private Verdict accept(TotpDevice device, String code) throws Exception {
        return transactions.commit(() -> devices.accept(device, code));
    }

    private long presentStep() {
        return TotpVerifier.stepAt(clock.instant());
    }

    private String codeAt(TotpDevice device, long step) throws CodeGenerationException {
        return new DefaultCodeGenerator(HashingAlgorithm.SHA1, 6)
                .generate(devices.secret(device).base32(), step);
    }
}
