package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

    @Inject
    RecoveryCodes recoveryCodes;

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

    /** Whether an account would still have one that works at this address if this were taken away. */
    public boolean isThereAnother(long accountId, SecondFactorDevice than, RelyingParty here) {
        return Stream.concat(
                        totpDevices.confirmed(accountId).stream().map(SecondFactorDevice::of),
                        passkeys.usable(accountId, here).stream().map(SecondFactorDevice::of))
                .anyMatch(other -> !other.key().equals(than.key()));
    }

    /** Gives one of an account's another name. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rename(long accountId, SecondFactorDevice device, DeviceName name) {
        switch (device.method()) {
            case PASSKEY -> passkeys.rename(accountId, device.id(), name);
            case OTP -> totpDevices.rename(accountId, device.id(), name);
        }
    }

    /** Takes all of an account's away, its recovery codes with them, and whatever was being set up. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeAll(long accountId) {
        passkeys.removeAll(accountId);
        totpDevices.removeAll(accountId);
        recoveryCodes.removeAll(accountId);
    }

    /** Takes one of an account's away; nobody signs in with it any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(long accountId, SecondFactorDevice device) {
        switch (device.method()) {
            case PASSKEY -> passkeys.remove(accountId, device.id());
            case OTP -> totpDevices.remove(accountId, device.id());
        }
    }
}
