package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/** Whatever a member can confirm with, of every kind. */
@ApplicationScoped
public class SecondFactorDevices {

    @Inject
    Passkeys passkeys;

    @Inject
    TotpDevices totpDevices;

    /** All that an account has set up, the one used last first. */
    public List<SecondFactorDevice> of(long accountId) {
        return of(accountId, EnumSet.allOf(SecondFactorMethod.class));
    }

    /** The same where it is known of which kinds it has any, so that nothing is asked for in vain. */
    public List<SecondFactorDevice> of(long accountId, Set<SecondFactorMethod> kinds) {
        return Stream.of(SecondFactorMethod.values())
                .filter(kinds::contains)
                .flatMap(kind -> of(accountId, kind))
                .sorted(Comparator.comparing(SecondFactorDevice::lastUsedAt).reversed())
                .toList();
    }

    private Stream<SecondFactorDevice> of(long accountId, SecondFactorMethod kind) {
        return switch (kind) {
            case PASSKEY -> passkeys.of(accountId).stream().map(SecondFactorDevice::of);
            case OTP -> totpDevices.confirmed(accountId).stream().map(SecondFactorDevice::of);
        };
    }
}
