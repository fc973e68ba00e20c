package jp.kenpo.portal.secondfactor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the portal and its peer are known to judge differently.
 *
 * @param portalAccepts whether it is the portal that is the looser one
 * @param mutation what must be there in the answer
 * @param peersWords what the peer must say of it; anything where it is the looser one
 * @param reason why it is so, and may stay so
 */
record Difference(boolean portalAccepts, Pattern mutation, Pattern peersWords, String reason) {

    static final List<Difference> KNOWN = List.of(
            accepted(
                    ".*",
                    "Unexpected .* response origin \"(?i:https://portal\\.example\\.jp)(:443|/)?\"",
                    "The same origin, written as no browser does (RFC 6454 § 6): the portal compares scheme, host and port"),
            accepted(
                    "challenge padded",
                    "Unexpected .* response challenge",
                    "The same bytes, written with padding as no browser does: the portal compares the bytes"),
            accepted(
                    "attestation .*|key of indefinite length",
                    "not well formed|Map is not supported|get is not a function",
                    "Decoders should refuse CBOR that is not canonical (WebAuthn L3 § 2.4), and the library does not: the"
                            + " portal trusts nothing that stands there"),
            accepted(
                    "flag . turned|flags .* turned|extensions .*|(authenticator data|attestation|attestationObject) .*",
                    "Offset is outside|No data|not iterable",
                    "Flags that promise a part which is missing or null: the portal uses neither extensions nor, at a"
                            + " sign-in, the key that comes with it"),
            accepted(
                    "signature with a byte more by EdDSA",
                    "not verified",
                    "Java takes a zero after an Ed25519 signature for part of its second number, which stays the same"),
            refused(
                    ".* (in base64|padded too far|with a (line's end|space|foreign character))",
                    "The peer reads what is not base64url, too"),
            refused("client data with a byte order mark", "The library strips no such mark; no browser writes one"),
            refused("tokenBinding .*", "The library wants to know the token that is bound; no browser has any"),
            refused("statement .*", "The peer takes whatever has no entries for an empty map"),
            refused(
                    "attestation (twice|with (a byte more|two formats|an entry more))",
                    "The peer leaves what comes after the attestation unread"),
            refused("credential ID of (1024|2000) bytes", "The peer does not look (WebAuthn L3 § 7.1 step 25)"),
            refused(
                    "crossOrigin true|topOrigin.*",
                    "The peer does not look at a registration, nor at one without its top origin (§ 7.1 steps 10, 11)"),
            refused(
                    "flag 3 turned|flags BE and BS turned|authenticator data with a bit turned",
                    "The peer is not told whether the passkey could be synced before (§ 7.2 step 19)"),
            refused("extension.*", "The peer lets each extension's result be of any type"),
            refused("transports .*", "The peer lets transports be of any type"),
            refused(
                    "key .*|(attestation|attestationObject) with a bit turned|(id|rawId) .*",
                    "The peer reads a key when it is used, not when it is made, and does not compare the credential's ID"
                            + " with that which was attested"),
            refused(
                    "signature with a byte more|(attests itself by a )?signature with a bit turned",
                    "The peer reads DER loosely"));

    private static Difference accepted(String mutation, String peersWords, String reason) {
        return new Difference(true, Pattern.compile(mutation), Pattern.compile(peersWords), reason);
    }

    private static Difference refused(String mutation, String reason) {
        return new Difference(false, Pattern.compile(mutation), Pattern.compile(""), reason);
    }

    /**
     * Whether this is what made the two differ.
     *
     * @param portals the portal's verdict
     */
    boolean explains(Specimen specimen, JsonNode portals, JsonNode peers) {
        return portals.path("accepted").asBoolean() == portalAccepts
                && peers.path("accepted").asBoolean() != portalAccepts
                && peersWords.matcher(peers.path("why").asString("")).find()
                && specimen.mutations().stream()
                        .flatMap(name -> Stream.of(name, name + " by " + algorithm(specimen)))
                        .anyMatch(name -> mutation.matcher(name).matches());
    }

    private static String algorithm(Specimen specimen) {
        return specimen.device().keys().getPublic().getAlgorithm();
    }
}
