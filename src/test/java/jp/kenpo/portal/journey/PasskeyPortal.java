package jp.kenpo.portal.journey;

import java.nio.file.Path;

/** A portal whose members are left to the journeys with passkeys. */
record PasskeyPortal(PortalProcess portal) implements AutoCloseable {

    static PasskeyPortal start(Path data) {
        return new PasskeyPortal(PortalProcess.start(data));
    }

    @Override
    public void close() {
        portal.close();
    }
}
