package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whatever a member can confirm with, of every kind. */
@ApplicationScoped
public class SecondFactorDevices {

    @Inject
    Passkeys passkeys;

    @Inject
    TotpDevices totpDevices;

    /** All that an account has set up, the one used last first. */
    public List<SecondFactorDevice> of(long accountId) {
        return Stream.concat(
                        passkeys.of(accountId).stream().map(SecondFactorDevice::of),
                        totpDevices.confirmed(accountId).stream().map(SecondFactorDevice::of))
                .sorted(Comparator.comparing(SecondFactorDevice::lastUsedAt).reversed())
                .toList();
    }
}
