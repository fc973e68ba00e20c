package jp.kenpo.portal.journey;

/**
 * An insurer that is reached under TLS: the scheme is what the database says, so that it can be asked without any
 * here, as by the proxy that ends it.
 */
final class TlsInsurer {

    static final String CODE = "under-tls";

    private static final String HOST = "tls.localhost";

    private TlsInsurer() {}

    /** Its portal; as the demo's first insurer otherwise. */
    static synchronized String at(PortalWithDatabase both) {
        DatabaseServer database = both.database();
        String authority = HOST + ":" + both.portal().port();
        if (database.number("select count(*) from insurer where code = '" + CODE + "'") == 0) {
            copy(
                    database,
                    "insurer",
                    "code, revision",
                    "'" + CODE + "', revision",
                    "code = 'demo'",
                    "name, name_en, accent,"
                            + " logo, sender_address, contact_phone, contact_hours, contact_hours_en, contact_post,"
                            + " contact_post_en");
            String own = "(select id from insurer where code = '" + CODE + "')";
            String demos = "insurer_id = (select id from insurer where code = 'demo')";
            copy(
                    database,
                    "insurer_policy",
                    "insurer_id",
                    own,
                    demos,
                    "revision, since, password_profile,"
                            + " initial_password_days, methods, hand_over, idle_minutes, absolute_minutes, free_tries,"
                            + " first_wait_seconds, longest_wait_seconds");
            copy(
                    database,
                    "terms_version",
                    "insurer_id",
                    own,
                    demos,
                    "number, effective_on, material, text_ja, text_en," + " changes_ja, changes_en");
            database.run("insert into insurer_origin (id, insurer_id, authority, scheme, rp_id, canonical) values"
                    + " (nextval('id_sequence'), " + own + ", '" + authority + "', 'https', '" + HOST + "', true)");
        }
        return "http://" + authority;
    }

    private static void copy(
            DatabaseServer database, String table, String set, String values, String of, String asTheyAre) {
        database.run("insert into " + table + " (id, " + set + ", " + asTheyAre + ") select nextval('id_sequence'), "
                + values + ", " + asTheyAre + " from " + table + " where " + of);
    }
}
