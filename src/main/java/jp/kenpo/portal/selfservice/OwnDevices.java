package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.signin.FreshlyProved.Locked;
import jp.kenpo.portal.signin.SignInSessions;
import org.jspecify.annotations.Nullable;

/** Lets a member name and remove what he confirms with. One that is gone already, by another tab, is no fault. */
@ApplicationScoped
public class OwnDevices {

    @Inject
    SecondFactorDevices devices;

    @Inject
    FreshlyProved proof;

    @Inject
    SignInSessions sessions;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    /**
     * Gives a device another name, which none of his others has.
     *
     * @param key of {@link SecondFactorDevice#key()}
     * @param typed nothing for the name that it has
     */
    @Transactional
    public Change rename(Caller caller, String key, @Nullable String typed) {
        Optional<Locked> locked = proof.lock(caller, Action.CHANGE_SECOND_FACTOR);
        if (locked.isEmpty()) {
            return new Change.NotNow();
        }
        List<SecondFactorDevice> all = devices.of(caller.accountId());
        return find(all, key).map(device -> rename(caller, device, all, typed)).orElseGet(Change.Made::new);
    }

    private Change rename(
            Caller caller, SecondFactorDevice device, List<SecondFactorDevice> all, @Nullable String typed) {
        Parsed<DeviceName> name = DeviceName.parse(typed, device, all);
        if (name instanceof Parsed.Refused<DeviceName> refused) {
            return new Change.Refused(refused.why());
        }
        devices.rename(caller.accountId(), device, ((Parsed.Value<DeviceName>) name).value());
        audit.record(AuditEvent.SECOND_FACTOR_RENAMED, caller.account().insurerId(), caller.accountId());
        return new Change.Made();
    }

    /**
     * Removes a device, unless it is the last one with which he could sign in, and tells him so by mail.
     *
     * @param everywhereElse whether every other visit of the member ends, as where the device was lost
     */
    @Transactional
    public Change remove(CurrentInsurer insurer, Caller caller, String key, boolean everywhereElse) {
        Optional<Locked> locked = proof.lock(caller, Action.CHANGE_SECOND_FACTOR);
        if (locked.isEmpty()) {
            return new Change.NotNow();
        }
        Account account = locked.get().account();
        Optional<SecondFactorDevice> device = find(devices.of(account.id()), key);
        if (device.isEmpty()) {
            return new Change.Made();
        }
        if (!devices.isThereAnother(account.id(), device.get(), RelyingParty.of(insurer))) {
            audit.record(AuditEvent.SECOND_FACTOR_REMOVAL_REFUSED, account.insurerId(), account.id());
            return new Change.Refused(Refusal.of("device.last"));
        }
        devices.remove(account.id(), device.get());
        audit.record(AuditEvent.SECOND_FACTOR_REMOVED, account.insurerId(), account.id());
        notices.tell(MailTemplate.SECOND_FACTOR_REMOVED, insurer, account);
        if (everywhereElse) {
            sessions.endOthers(account, locked.get().session());
            audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
        }
        return new Change.Made();
    }

    private static Optional<SecondFactorDevice> find(List<SecondFactorDevice> all, String key) {
        return all.stream().filter(device -> device.key().equals(key)).findFirst();
    }
}
