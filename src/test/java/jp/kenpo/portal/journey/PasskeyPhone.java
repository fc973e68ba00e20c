package jp.kenpo.portal.journey;

import java.net.URI;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import jp.kenpo.portal.secondfactor.PasskeyChallenges;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member's phone, with the browser whose script fills in the forms for passkeys. */
final class PasskeyPhone {

    private final Newcomer member;
    private final SoftwareAuthenticator authenticator;

    PasskeyPhone(Newcomer member, String portal) {
        URI origin = URI.create(portal);
        this.member = member;
        this.authenticator = SoftwareAuthenticator.at(new RelyingParty(0, origin.getHost(), origin, ""));
    }

    /** What a page asks the portal for before it asks the phone. */
    static WireRequest options(String folder) {
        return WireRequest.post(folder + "/passkey-options", "");
    }

    /** The form with a new passkey. */
    WireRequest create(String page, String button, Answer options) {
        JsonNode asked = JsonMapper.shared().readTree(options.body());
        authenticator.belongTo(asked.at("/publicKey/user/id").asString());
        return filled(page, button, authenticator.create(issued(asked), ""));
    }

    /** The form with the passkey that was made before. */
    WireRequest signIn(String page, String button, Answer options) {
        return filled(page, button, authenticator.get(issued(JsonMapper.shared().readTree(options.body())), ""));
    }

    private static PasskeyChallenges.Issued issued(JsonNode options) {
        return new PasskeyChallenges.Issued(
                options.at("/publicKey/challenge").asString(),
                options.at("/sealed").asString());
    }

    private WireRequest filled(String page, String button, PasskeyAnswer answer) {
        return member.filled(
                page, button, "passkey-challenge", answer.challenge(), "passkey-credential", answer.credential());
    }
}
