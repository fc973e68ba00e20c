package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Ten thousand answers of authenticators, right, unusual and wrong, judged by the portal and by an independent
 * verifier: there is a reason for each that they judge differently, and what both accept they read alike.
 */
class DifferentialRun {

    private static final int SPECIMENS = 10_000;

    private final Random random = new Random();
    private final List<SpecimenDevice> devices = SpecimenDevice.all();
    private final List<Passkey> passkeys =
            devices.stream().map(SpecimenDevice::passkey).toList();

    @Test
    void eachIsJudgedAlikeOrThereIsAReason() {
        List<Specimen> specimens = specimens();
        List<JsonNode> verdicts = new PeerVerifier(Path.of(System.getProperty("portal.test.peer")))
                .judge(specimens.stream().map(Specimen::forThePeer).toList());

        List<String> unexplained = new ArrayList<>();
        Set<Difference> seen = new HashSet<>();
        int acceptedByBoth = 0;
        for (int i = 0; i < SPECIMENS; i++) {
            Specimen specimen = specimens.get(i);
            JsonNode portals = specimen.verdict();
            JsonNode peers = verdicts.get(i);
            if (isAccepted(portals) && portals.toString().equals(peers.toString())) {
                acceptedByBoth++;
            } else if (isAccepted(portals) || isAccepted(peers)) {
                Difference.KNOWN.stream()
                        .filter(known -> known.explains(specimen, portals, peers))
                        .findFirst()
                        .ifPresentOrElse(seen::add, () -> unexplained.add(specimen.compared(portals, peers)));
            }
        }

        assertThat(unexplained).isEmpty();
        assertThat(seen).containsAll(Difference.KNOWN);
        assertThat(acceptedByBoth).isBetween(SPECIMENS / 10, SPECIMENS / 2);
    }

    private static boolean isAccepted(JsonNode verdict) {
        return verdict.path("accepted").asBoolean();
    }

    /** Each mutation at each device, then what chance brings: none in a third, else two. */
    private List<Specimen> specimens() {
        List<Specimen> specimens = new ArrayList<>();
        for (int device = 0; device < devices.size(); device++) {
            for (Mutation mutation : Mutation.ofRegistrations()) {
                specimens.add(registration(device, List.of(mutation)));
            }
            for (Mutation mutation : Mutation.ofSignIns()) {
                specimens.add(signIn(device, List.of(mutation)));
            }
        }
        while (specimens.size() < SPECIMENS) {
            int device = random.nextInt(devices.size());
            specimens.add(
                    random.nextBoolean()
                            ? registration(device, chosen(Mutation.ofRegistrations()))
                            : signIn(device, chosen(Mutation.ofSignIns())));
        }
        return specimens;
    }

    private List<Mutation> chosen(List<Mutation> possible) {
        return random.nextInt(3) == 0
                ? List.of()
                : List.of(possible.get(random.nextInt(possible.size())), possible.get(random.nextInt(possible.size())));
    }

    private Specimen registration(int device, List<Mutation> mutations) {
        byte[] challenge = challenge();
        SoftwareAuthenticator authenticator = devices.get(device).asked(challenge);
        mutations.forEach(mutation -> mutation.deed().to(authenticator, random));
        return new Specimen(names(mutations), authenticator.create(), challenge, devices.get(device), Optional.empty());
    }

    private Specimen signIn(int device, List<Mutation> mutations) {
        byte[] challenge = challenge();
        SoftwareAuthenticator authenticator = devices.get(device).askedAgain(challenge);
        mutations.forEach(mutation -> mutation.deed().to(authenticator, random));
        return new Specimen(
                names(mutations),
                authenticator.get(),
                challenge,
                devices.get(device),
                Optional.of(passkeys.get(device)));
    }

    private static List<String> names(List<Mutation> mutations) {
        return mutations.stream().map(Mutation::name).toList();
    }

    private byte[] challenge() {
        byte[] challenge = new byte[32];
        random.nextBytes(challenge);
        return challenge;
    }
}
