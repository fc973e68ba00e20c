package jp.kenpo.portal.journey;

import java.nio.file.Path;

/** A portal whose database stands beside it and whose clock can be moved, for what takes days or a hand in its data. */
record PortalWithDatabase(PortalProcess portal, DatabaseServer database, PortalTime time) implements AutoCloseable {

    static PortalWithDatabase start(Path data) {
        DatabaseServer database = new DatabaseServer(data);
        PortalTime time = new PortalTime(data);
        return new PortalWithDatabase(PortalProcess.start(data, database.url(), time), database, time);
    }

    AuthenticatorApp app() {
        return AuthenticatorApp.in(time);
    }

    @Override
    public void close() {
        portal.close();
        database.close();
    }
}
