package jp.kenpo.portal.journey;

import java.nio.file.Path;

/** A portal whose members are left to the journeys with passkeys. */
record PasskeyPortal(PortalProcess portal) implements AutoCloseable {

    /** On a database of its own, also where the journeys' is given. */
    static PasskeyPortal start(Path data) {
        String journeys = System.getenv("PORTAL_DB_URL");
        return new PasskeyPortal(
                journeys == null ? PortalProcess.start(data) : PortalProcess.start(data, journeys + "_passkeys"));
    }

    @Override
    public void close() {
        portal.close();
    }
}
