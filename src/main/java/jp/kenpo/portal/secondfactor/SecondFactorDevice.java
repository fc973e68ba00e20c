package jp.kenpo.portal.secondfactor;

import java.time.Instant;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Something that a member can confirm with, as he knows it: an authenticator app on some device, or a passkey. */
public record SecondFactorDevice(SecondFactorMethod method, long id, String name, Instant setUpAt, Instant lastUsedAt) {

    static SecondFactorDevice of(Passkey passkey) {
        return new SecondFactorDevice(
                SecondFactorMethod.PASSKEY, passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
    }

    static SecondFactorDevice of(TotpDevice device) {
        Instant setUpAt = device.confirmedAt().orElseThrow();
        return new SecondFactorDevice(
                SecondFactorMethod.OTP,
                device.id(),
                device.name(),
                setUpAt,
                device.lastUsedAt().orElse(setUpAt));
    }

    public boolean isPasskey() {
        return method == SecondFactorMethod.PASSKEY;
    }
}
