package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ten thousand answers of authenticators, right, unusual and wrong, judged by the portal and by an independent
 * verifier: there is a reason for each that they judge differently, and what both accept they read alike.
 */
class DifferentialRun {

    private static final int ANSWERS = 10_000;

    private static final RelyingParty PORTAL =
            new RelyingParty(1, "portal.example.jp", URI.create("https://portal.example.jp"), "試験健康保険組合");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int SYNCED = SoftwareAuthenticator.BACKUP_ELIGIBLE | SoftwareAuthenticator.BACKED_UP;

    /** A member's device: one that counts its signatures and keeps its keys, or one that does neither. */
    private record Device(COSEAlgorithmIdentifier algorithm, KeyPair keys, boolean isSynced) {

        SoftwareAuthenticator asked(byte[] challenge) {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator(challenge, algorithm, keys);
            authenticator.flags |= isSynced ? SYNCED : 0;
            authenticator.signCount = isSynced ? 0 : 5;
            return authenticator;
        }

        Passkey passkey() {
            byte[] challenge = new byte[32];
            PasskeyRegistration made = ((PasskeyCheck.Passed<PasskeyRegistration>)
                            PasskeyRegistration.verify(asked(challenge).create(), PORTAL, challenge))
                    .value();
            return new Passkey(7, PORTAL, made, new DeviceName("iPhone"), Instant.EPOCH);
        }
    }

    /** An answer. @param passkey by which it is verified; empty where it is a new one's */
    private record Answer(
            List<String> mutations, String json, byte[] challenge, Device device, Optional<Passkey> passkey) {

        JsonNode forThePeer() {
            ObjectNode asked = JSON.createObjectNode()
                    .put("answer", json)
                    .put("challenge", SoftwareAuthenticator.base64Url(challenge))
                    .put("origin", PORTAL.origin().toString())
                    .put("relyingPartyId", PORTAL.id());
            passkey.ifPresent(it -> asked.putObject("passkey")
                    .put("credentialId", it.credentialId())
                    .put(
                            "publicKey",
                            SoftwareAuthenticator.base64Url(
                                    device.asked(challenge).coseKey()))
                    .put("signCount", it.signCount()));
            return asked;
        }

        /** What the portal says of it, in the peer's terms. */
        JsonNode verdict() {
            return passkey.isPresent() ? signIn(passkey.get()) : registration();
        }

        private JsonNode registration() {
            PasskeyCheck<PasskeyRegistration> check = PasskeyRegistration.verify(json, PORTAL, challenge);
            if (check instanceof PasskeyCheck.Failed<PasskeyRegistration> failed) {
                return refused(failed.why());
            }
            PasskeyRegistration made = ((PasskeyCheck.Passed<PasskeyRegistration>) check).value();
            return accepted()
                    .put("credentialId", made.credentialId())
                    .put("aaguid", made.aaguid())
                    .put("signCount", made.signCount())
                    .put("backupEligible", made.isBackupEligible())
                    .put("backedUp", made.isBackedUp());
        }

        private JsonNode signIn(Passkey known) {
            PasskeyCheck<PasskeyAssertion> read = PasskeyAssertion.read(json);
            if (read instanceof PasskeyCheck.Failed<PasskeyAssertion> failed) {
                return refused(failed.why());
            }
            PasskeyAssertion assertion = ((PasskeyCheck.Passed<PasskeyAssertion>) read).value();
            if (!assertion.credentialId().equals(known.credentialId())) {
                return refused(PasskeyFailure.UNKNOWN_KEY);
            }
            PasskeyCheck<PasskeyAssertion> check = assertion.verify(known, PORTAL, challenge);
            return check instanceof PasskeyCheck.Failed<PasskeyAssertion> failed
                    ? refused(failed.why())
                    : accepted().put("signCount", assertion.signCount()).put("backedUp", assertion.isBackedUp());
        }

        String compared(JsonNode portals, JsonNode peers) {
            return mutations + " portal " + portals + " peer " + peers + "\n" + json;
        }

        private static ObjectNode accepted() {
            return JSON.createObjectNode().put("accepted", true);
        }

        private static JsonNode refused(PasskeyFailure why) {
            return JSON.createObjectNode().put("accepted", false).put("why", why.name());
        }
    }

    @Test
    void eachIsJudgedAlikeOrThereIsAReason() {
        long seed = Long.getLong("portal.test.random.seed", System.nanoTime());
        List<Answer> answers = answers(new Random(seed));
        List<JsonNode> peers = new PeerVerifier(Path.of(System.getProperty("portal.test.peer")))
                .judge(answers.stream().map(Answer::forThePeer).toList());

        List<String> unexplained = new ArrayList<>();
        Set<Difference> seen = new HashSet<>();
        int acceptedByBoth = 0;
        for (int i = 0; i < ANSWERS; i++) {
            Answer answer = answers.get(i);
            JsonNode portals = answer.verdict();
            JsonNode theirs = peers.get(i);
            if (isAccepted(portals) && portals.toString().equals(theirs.toString())) {
                acceptedByBoth++;
            } else if (isAccepted(portals) || isAccepted(theirs)) {
                Difference.KNOWN.stream()
                        .filter(known -> known.explains(answer.mutations(), portals, theirs))
                        .findFirst()
                        .ifPresentOrElse(seen::add, () -> unexplained.add(answer.compared(portals, theirs)));
            }
        }

        assertThat(unexplained).as("seed %s", seed).isEmpty();
        assertThat(seen).as("seed %s", seed).containsAll(Difference.KNOWN);
        assertThat(acceptedByBoth).as("seed %s", seed).isBetween(ANSWERS / 10, ANSWERS / 2);
    }

    private static boolean isAccepted(JsonNode verdict) {
        return verdict.path("accepted").asBoolean();
    }

    private static List<Answer> answers(RandomGenerator random) {
        List<Device> devices = PasskeyRegistration.ALGORITHMS.stream()
                .flatMap(algorithm -> IntStream.range(0, 2)
                        .mapToObj(i -> new Device(algorithm, SoftwareAuthenticator.keys(algorithm), i == 0)))
                .toList();
        List<Passkey> passkeys = devices.stream().map(Device::passkey).toList();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            int device = random.nextInt(devices.size());
            answers.add(
                    i % 2 == 0
                            ? registration(devices.get(device), random)
                            : signIn(devices.get(device), passkeys.get(device), random));
        }
        return answers;
    }

    private static Answer registration(Device device, RandomGenerator random) {
        byte[] challenge = challenge(random);
        SoftwareAuthenticator authenticator = device.asked(challenge);
        List<String> mutations = mutate(authenticator, Mutation.ofRegistrations(), random);
        return new Answer(mutations, authenticator.create(), challenge, device, Optional.empty());
    }

    private static Answer signIn(Device device, Passkey passkey, RandomGenerator random) {
        byte[] challenge = challenge(random);
        SoftwareAuthenticator authenticator = device.asked(challenge);
        authenticator.signCount += device.isSynced() ? 0 : 1;
        List<String> mutations = mutate(authenticator, Mutation.ofSignIns(), random);
        return new Answer(mutations, authenticator.get(), challenge, device, Optional.of(passkey));
    }

    /** None in a sixth of all answers, two in a sixth, else one. */
    private static List<String> mutate(
            SoftwareAuthenticator authenticator, List<Mutation> possible, RandomGenerator random) {
        int dice = random.nextInt(6);
        int count = dice == 0 ? 0 : dice == 1 ? 2 : 1;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Mutation mutation = possible.get(random.nextInt(possible.size()));
            mutation.deed().to(authenticator, random);
            names.add(mutation.name());
        }
        return names;
    }

    private static byte[] challenge(RandomGenerator random) {
        byte[] challenge = new byte[32];
        random.nextBytes(challenge);
        return challenge;
    }
}
