package jp.kenpo.portal.journey;

import java.nio.file.Path;

/** A portal whose members are left to the journeys with passkeys. */
record PasskeyPortal(PortalProcess portal) implements AutoCloseable {

    /** On a database of its own even where the other journeys are given one, since both need the same members unused. */
    static PasskeyPortal start(Path data) {
        String database = System.getenv("PORTAL_PASSKEYS_DB_URL");
        return new PasskeyPortal(database == null ? PortalProcess.start(data) : PortalProcess.start(data, database));
    }

    @Override
    public void close() {
        portal.close();
    }
}
