package jp.kenpo.portal.secondfactor;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;

/** A member's app, which shows the codes of his device. */
@ApplicationScoped
public class AuthenticatorApp {

    @Inject
    TotpDevices devices;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** A device that was set up some minutes ago: the present code is not used up. */
    @Transactional
    public TotpDevice setUpBefore(Account account) {
        accounts.lock(account.id());
        TotpDevice device = devices.begun(account.id());
        long step = TotpVerifier.stepAt(clock.instant().minus(Duration.ofMinutes(10)));
        devices.confirm(device, new DeviceName("iPhone"), step);
        return device;
    }

    /** The code that the device shows now. */
    public String codeOf(TotpDevice device) {
        return codeOf(devices.secret(device), Duration.ZERO);
    }

    /** The code that the device showed so long ago. */
    public String codeOf(TotpDevice device, Duration ago) {
        return codeOf(devices.secret(device), ago);
    }

    /** The code that is made with the key for the time so long ago. */
    public String codeOf(TotpSecret secret, Duration ago) {
        try {
            return new DefaultCodeGenerator(HashingAlgorithm.SHA1, 6)
                    .generate(
                            secret.base32(), TotpVerifier.stepAt(clock.instant().minus(ago)));
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is none of the device's within an hour each way. */
    public String wrongCodeOf(TotpSecret secret) {
        for (int code = 0; ; code++) {
            String digits = String.format("%06d", code);
            boolean shown = false;
            for (int minutes = -60; minutes <= 60 && !shown; minutes++) {
                shown = digits.equals(codeOf(secret, Duration.ofMinutes(minutes)))
                        || digits.equals(codeOf(secret, Duration.ofSeconds(minutes * 60L + 30)));
            }
            if (!shown) {
                return digits;
            }
        }
    }
}
