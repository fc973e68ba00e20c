package jp.kenpo.portal.bench;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;

/** The members who sign in with a passkey, each by a device of his own, which only one at a time uses. */
final class PasskeyMembers {

    static final int SIZE = 1_000;

    private final List<SoftwareAuthenticator> devices;
    private final ConcurrentLinkedQueue<SoftwareAuthenticator> free;

    PasskeyMembers() {
        RelyingParty portal = new RelyingParty(0, "localhost", URI.create("http://localhost"), "bench");
        devices = Stream.generate(() -> SoftwareAuthenticator.at(portal))
                .limit(SIZE)
                .toList();
        free = new ConcurrentLinkedQueue<>(devices);
    }

    SoftwareAuthenticator device(int member) {
        return devices.get(member);
    }

    /** The portal is there now. */
    void visit(int port) {
        devices.forEach(device -> device.visit(URI.create("http://localhost:" + port)));
    }

    /** Whoever did not come for the longest time; nobody else has his device until it is given back. */
    SoftwareAuthenticator take() {
        return free.remove();
    }

    void giveBack(SoftwareAuthenticator device) {
        free.add(device);
    }
}
