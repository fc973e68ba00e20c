package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk on which no file can grow any more, the log's neither, in the middle of a step. */
class FullDiskIT {

    private static final Path DATA =
            Path.of("target", "journeys", "full-disk-" + ProcessHandle.current().pid());
    private static final String BIRTH_DATE = "/first-login/birth-date.xhtml";
    private static final String TERMS = "/first-login/terms.xhtml";

    @Test
    @Tag("ASVS-16.5.2")
    @Tag("ASVS-16.5.3")
    void isOwnedUpToAndNothingIsHalfDone() {
        try (PortalProcess portal = PortalProcess.start(DATA)) {
            Visitor member = new Visitor(portal.demo());
            member.logIn("testuser", "99994321019801201");
            WireRequest birthDate = PageForm.with("button-submit", member.get(BIRTH_DATE))
                    .type("birth-date", "19801201")
                    .press("button-submit");

            portal.letNoFileGrow();
            Answer answer = member.ask(birthDate);
            portal.letFilesGrow();

            assertThat(answer.status()).isIn(500, 503);
            assertThat(answer.heading()).isIn("エラーが発生しました", "ただいまご利用いただけません");
            Await.until("the portal is back", () -> member.get("/").status() == 303);
            assertThat(member.step()).isEqualTo(BIRTH_DATE);
            assertThat(member.send(BIRTH_DATE, "button-submit", "birth-date", "19801201")
                            .join())
                    .isEqualTo(TERMS);
        }
    }
}
