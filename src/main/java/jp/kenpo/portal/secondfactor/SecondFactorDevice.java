package jp.kenpo.portal.secondfactor;

import java.time.Instant;
import java.util.Locale;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/**
 * Something that a member can confirm with, as he knows it: an authenticator app on some device, or a passkey.
 *
 * @param make what made the passkey, such as a password manager; empty where it is not known
 * @param synced whether the passkey is on the member's other devices, too
 */
public record SecondFactorDevice(
        SecondFactorMethod method,
        long id,
        String name,
        Instant setUpAt,
        Instant lastUsedAt,
        String make,
        boolean synced) {

    static SecondFactorDevice of(Passkey passkey) {
        return new SecondFactorDevice(
                SecondFactorMethod.PASSKEY,
                passkey.id(),
                passkey.name(),
                passkey.createdAt(),
                passkey.lastUsedAt(),
                PasskeyProviders.name(passkey.make().toString()).orElse(""),
                passkey.isBackedUp());
    }

    static SecondFactorDevice of(TotpDevice device) {
        Instant setUpAt = device.confirmedAt().orElseThrow();
        return new SecondFactorDevice(
                SecondFactorMethod.OTP,
                device.id(),
                device.name(),
                setUpAt,
                device.lastUsedAt().orElse(setUpAt),
                "",
                false);
    }

    public boolean isPasskey() {
        return method == SecondFactorMethod.PASSKEY;
    }

    /** What tells it from all others, such as {@code otp-150}. */
    public String key() {
        return method.name().toLowerCase(Locale.ROOT) + "-" + id;
    }
}
