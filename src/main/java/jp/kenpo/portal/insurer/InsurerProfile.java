package jp.kenpo.portal.insurer;

import java.util.Optional;

/**
 * How an insurer shows itself, and where it is reached.
 *
 * @param senderAddress the address that its mail comes from
 * @param alarmAddress where its own staff are told of what a member reports; empty: they want to be called
 */
public record InsurerProfile(Brand brand, Contact contact, String senderAddress, Optional<String> alarmAddress) {

    /** The same, shown otherwise. */
    public InsurerProfile shownAs(Brand other) {
        return new InsurerProfile(other, contact, senderAddress, alarmAddress);
    }

    /** The same for another row: JPA wants none shared. */
    InsurerProfile copy() {
        return new InsurerProfile(brand.copy(), contact.copy(), senderAddress, alarmAddress);
    }
}
