// Judges answers of authenticators by SimpleWebAuthn: one a line in the file named first, one verdict a line in that
// named second.

import { readFileSync, writeFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

// Node 18 has it only here.
globalThis.crypto ??= webcrypto;
const { verifyAuthenticationResponse, verifyRegistrationResponse } = await import("@simplewebauthn/server");

const [, , asked, answered] = process.argv;

const refused = (why) => ({ accepted: false, why: String(why) });

async function registered(response, expected) {
  const { verified, registrationInfo } = await verifyRegistrationResponse({ response, ...expected });
  if (!verified) return refused("not verified");
  const { aaguid, credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
  return {
    accepted: true,
    credentialId: credential.id,
    aaguid,
    signCount: credential.counter,
    backupEligible: credentialDeviceType === "multiDevice",
    backedUp: credentialBackedUp,
  };
}

async function signedIn(response, expected, passkey) {
  // Its documentation leaves it to the relying party to look up the credential by this.
  if (response.id !== passkey.credentialId) return refused("another credential");
  const credential = {
    id: passkey.credentialId,
    publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
    counter: passkey.signCount,
  };
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response, credential, ...expected });
  if (!verified) return refused("not verified");
  return { accepted: true, signCount: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
}

async function verdict({ answer, challenge, origin, relyingPartyId, passkey }) {
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: relyingPartyId };
  try {
    const response = JSON.parse(answer);
    return passkey ? await signedIn(response, expected, passkey) : await registered(response, expected);
  } catch (failed) {
    return refused(failed);
  }
}

const verdicts = [];
for (const line of readFileSync(asked, "utf8").trimEnd().split("\n")) verdicts.push(JSON.stringify(await verdict(JSON.parse(line))));
writeFileSync(answered, verdicts.join("\n"));
