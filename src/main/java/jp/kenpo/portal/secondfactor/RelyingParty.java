package jp.kenpo.portal.secondfactor;

import java.net.URI;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.web.Language;

/**
 * An insurer as authenticators know it (WebAuthn L3 § 4 "Relying Party"), from the database, never from a request.
 *
 * @param insurerId whose members' passkeys these are
 * @param id the RP ID: the host of {@code origin} or a parent domain of it
 * @param origin where its pages are: passkeys are made and used there alone
 * @param name what authenticators show beside the passkey
 */
public record RelyingParty(long insurerId, String id, URI origin, String name) {

    /** The insurer's canonical origin; its Japanese name, since passkeys outlive a choice of language. */
    public static RelyingParty of(CurrentInsurer insurer) {
        return new RelyingParty(
                insurer.id(),
                insurer.origin().relyingPartyId(),
                insurer.origin().uri(),
                insurer.name(Language.JA));
    }
}
