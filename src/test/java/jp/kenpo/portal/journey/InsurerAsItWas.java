package jp.kenpo.portal.journey;

/** Puts insurers back to what they were before any manager decided anything, for whoever comes next. */
final class InsurerAsItWas {

    private static final String PROFILE = "name, name_en, accent, logo, sender_address, alarm_address, contact_phone,"
            + " contact_hours, contact_hours_en, contact_post, contact_post_en";

    private InsurerAsItWas() {}

    static void in(PortalWithDatabase both) {
        DatabaseServer database = both.database();
        database.run("update insurer i set (" + PROFILE + ") = (select " + PROFILE
                + " from former_profile f where f.insurer_id = i.id order by f.id limit 1)"
                + " where exists (select 1 from former_profile f where f.insurer_id = i.id)");
        database.run("delete from former_profile");
        database.run("delete from insurer_policy where decided_by is not null");
        database.run("update insurer set revision = revision + 1");
    }
}
