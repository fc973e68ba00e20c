package jp.kenpo.portal.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.roster.RosterImports.Bringing;
import jp.kenpo.portal.signin.Caller;

/** Files of members, as staff bring them. */
@ApplicationScoped
public class RosterFiles {

    @Inject
    RosterImports imports;

    /** Brings a file of changes with these rows. */
    public Bringing bring(CurrentInsurer insurer, Caller staff, String... rows) {
        return bring(insurer, staff, RosterScope.CHANGES, "記号,番号,氏名,カナ,生年月日,資格取得日\n" + String.join("\n", rows));
    }

    /** Brings a file. @param text all that stands in it */
    public Bringing bring(CurrentInsurer insurer, Caller staff, RosterScope scope, String text) {
        try {
            return imports.bring(
                    insurer, staff, "members.csv", scope, () -> new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
