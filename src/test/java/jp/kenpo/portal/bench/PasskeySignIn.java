package jp.kenpo.portal.bench;

import java.io.IOException;
import jp.kenpo.portal.secondfactor.PasskeyAnswer;
import jp.kenpo.portal.secondfactor.PasskeyChallenges;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One unit: a member signs in with a passkey alone: login page, options, assertion, home page. */
final class PasskeySignIn {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Browser browser;
    private final SoftwareAuthenticator device;

    PasskeySignIn(Wire wire, SoftwareAuthenticator device) {
        this.browser = new Browser(wire);
        this.device = device;
    }

    void run() throws IOException {
        browser.open(ReturningLogin.LOGIN);
        JsonNode options = JSON.readTree(browser.fetch("/sign-in/passkey-options"));
        PasskeyAnswer answer = device.get(
                new PasskeyChallenges.Issued(
                        options.get("publicKey").get("challenge").asString(),
                        options.get("sealed").asString()),
                "");
        Browser.expect(
                ReturningLogin.HOME,
                browser.pressIn(
                        "passkey",
                        ReturningLogin.LOGIN,
                        "sign-in-with-passkey",
                        "passkey-challenge",
                        answer.challenge(),
                        "passkey-credential",
                        answer.credential()));
        browser.open(ReturningLogin.HOME);
    }
}
