package jp.kenpo.portal.journey;

import java.nio.file.Path;

/** A portal whose database stands beside it, for what no member of the demo comes upon by himself. */
record PortalWithDatabase(PortalProcess portal, DatabaseServer database) implements AutoCloseable {

    static PortalWithDatabase start(Path data) {
        DatabaseServer database = new DatabaseServer(data);
        return new PortalWithDatabase(PortalProcess.start(data, database.url()), database);
    }

    @Override
    public void close() {
        portal.close();
        database.close();
    }
}
