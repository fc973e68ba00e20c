package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two portals on one database: what one of them does holds at the other from the very next request on. */
class TwoNodesIT {

    private static final Path DATA =
            Path.of("target", "journeys", "nodes-" + ProcessHandle.current().pid());
    private static final PortalTime TIME = new PortalTime(DATA);
    private static final String HOME = "/member/home.xhtml";
    private static final String LOGIN = "/sign-in/password.xhtml";

    private static DatabaseServer database;
    private static PortalProcess first;
    private static PortalProcess second;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(DATA);
        first = PortalProcess.start(DATA.resolve("first"), database.url(), TIME);
        second = PortalProcess.start(DATA.resolve("second"), database.url(), TIME);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        database.close();
    }

    /** The second made the demo's address its own; a browser sees one address whichever node answers. */
    private static Visitor at(PortalProcess... nodes) {
        return Visitor.inTurn(second.demo(), nodes);
    }

    private static Newcomer aMemberAt(PortalProcess... nodes) {
        return Newcomer.atDemo(at(nodes), database, TIME);
    }

    @Test
    void theFirstLoginGoesOnThoughEachRequestComesToTheOtherNode() {
        Newcomer member = aMemberAt(first, second).asFarAs(HOME);

        assertThat(member.visitor().get(HOME).body()).contains(member.name());
        assertThat(member.visitor().get(HOME).body()).contains(member.name());
    }

    @Test
    @Tag("ASVS-7.4.1")
    @Tag("ASVS-14.3.1")
    void whoLogsOutAtOneIsNobodyAtTheOther() {
        Newcomer member = aMemberAt(first).asFarAs(HOME);
        Visitor stolen = at(second);
        String cookies = member.visitor().cookies();

        Answer answer = member.visitor().ask(WireRequest.post("/sign-out", ""));

        assertThat(answer.headers("Clear-Site-Data")).containsExactly("\"cache\", \"storage\"");
        assertThat(stolen.ask(WireRequest.get(HOME).with("Cookie", cookies)).location())
                .startsWith(LOGIN);
    }

    @Test
    @Tag("ASVS-7.4.3")
    void whoSignsOutEverywhereAtOneIsSignedOutAtTheOther() {
        Newcomer here = aMemberAt(first).asFarAs("/first-login/email.xhtml");
        Newcomer elsewhere = here.elsewhere(at(second)).asFarAs("/first-login/email.xhtml");

        here.press(
                "/first-login/email.xhtml",
                "button-submit",
                "email",
                "everywhere@example.jp",
                "sign-out-everywhere",
                "on");

        assertThat(elsewhere.visitor().get("/first-login/email.xhtml").location())
                .startsWith(LOGIN)
                .contains("ended-elsewhere");
        assertThat(here.visitor().step()).isEqualTo("/first-login/email-code.xhtml");
    }

    @Test
    @Tag("ASVS-7.4.2")
    void whoIsNoMemberAnyMoreIsNoneAtEither() {
        Newcomer member = aMemberAt(first, second).asFarAs(HOME).losesMembership(database);

        for (int node = 0; node < 2; node++) {
            assertThat(member.visitor().get(HOME).location()).isEqualTo("/sign-in/membership-ended.xhtml");
        }
    }

    @Test
    @Tag("ASVS-6.1.1")
    void whoGuessedTooOftenAtOneHasToWaitAtTheOther() {
        Newcomer member = aMemberAt(second);
        Visitor guesser = at(first);
        for (int guess = 0; guess < 5; guess++) {
            guesser.logIn(member.userId(), "guess" + guess);
        }

        member.logIn();

        assertThat(member.visitor().step()).isEqualTo(LOGIN);
    }

    @Test
    void whatAnInsurerDecidesHoldsAtBothFromTheNextRequestOn() {
        Newcomer member = aMemberAt(first, second).asFarAs(HOME);
        String ofDemo = " where insurer_id = (select id from insurer where code = 'demo')";
        TIME.moveBy(Duration.ofMinutes(20));
        database.run("update insurer_policy set idle_minutes = 10" + ofDemo);
        database.run("update insurer set revision = revision + 1 where code = 'demo'");
        try {
            for (int node = 0; node < 2; node++) {
                assertThat(member.visitor().get(HOME).location()).startsWith("/sign-in/session-over.xhtml");
            }
        } finally {
            database.run("update insurer_policy set idle_minutes = 30" + ofDemo);
            database.run("update insurer set revision = revision + 1 where code = 'demo'");
        }
    }
}
