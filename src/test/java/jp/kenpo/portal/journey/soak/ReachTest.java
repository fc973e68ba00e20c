package jp.kenpo.portal.journey.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the model has teeth: what it is there to find, it finds. */
class ReachTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Member member = new Member(1);
    private final Standing standing = new Standing();

    @Test
    void findsAMembersPageBeforeTheSecondFactor() {
        loggedIn();

        assertThat(faultsAt(Place.HOME)).contains("HOME: a member's page before the second factor");
    }

    @Test
    void findsAStepThatWasSkipped() {
        loggedIn();
        member.tried(Place.BIRTH_DATE);

        assertThat(faultsAt(Place.TERMS)).isEmpty();
        assertThat(faultsAt(Place.USER_ID_AND_METHOD)).contains("USER_ID_AND_METHOD: skipped TERMS");
    }

    @Test
    void findsAStepThatIsAskedForAgain() {
        loggedIn();
        member.tried(Place.BIRTH_DATE);

        assertThat(faultsAt(Place.TERMS)).isEmpty();
        assertThat(faultsAt(Place.BIRTH_DATE)).contains("BIRTH_DATE: a step that was finished is asked for again");
    }

    @Test
    void findsWhoIsSignedOutForNoReason() {
        loggedIn();
        standing.isKnown(NOW);

        assertThat(faultsAt(Place.LOGIN)).contains("LOGIN: signed out for no reason");
    }

    @Test
    void expectsWhoWasAwayForLongToBeSignedOut() {
        loggedIn();
        standing.isKnown(NOW);
        standing.timePassed(NOW.plusSeconds(31 * 60));

        assertThat(faultsAt(Place.LOGIN)).isEmpty();
    }

    @Test
    void findsTwoMainWaysOnAndNone() {
        assertThat(faultsOf(page(Place.HOME, List.of("A", "B"), 2, ""))).contains("main ways on: [A, B], ways: 2");
        assertThat(faultsOf(page(Place.HOME, List.of(), 0, ""))).contains("main ways on: [], ways: 0");
    }

    @Test
    void findsAnyNameBeforeTheSecondFactorAndAnothersAlways() {
        assertThat(faultsOf(page(Place.TERMS, List.of("A"), 1, "植込 70001")))
                .contains("shows the member's name before the second factor");

        standing.provesAll(NOW);

        assertThat(faultsOf(page(Place.HOME, List.of("A"), 1, "植込 70001"))).isEmpty();
        assertThat(faultsOf(page(Place.HOME, List.of("A"), 1, "植込 70002"))).contains("shows another member: 植込 70002");
    }

    private void loggedIn() {
        Map<String, String> typed = Map.of("user-id", "newcomer70001", "password", "99997000119710203");
        Deeds.sent(new Submission(Place.LOGIN, typed, "button-sign-in", false, true), member, standing, NOW);
    }

    private List<String> faultsAt(Place place) {
        return Judge.faultsOfNewPage(page(place, List.of("A"), 1, ""), member, standing, NOW);
    }

    private List<String> faultsOf(Seen seen) {
        return Judge.faultsOfPage(seen, member, standing);
    }

    private static Seen page(Place place, List<String> primaries, int ways, String text) {
        return new Seen(
                "http://localhost" + place.address(),
                place.address(),
                1,
                200,
                List.of("h1"),
                primaries,
                ways,
                false,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                text,
                "",
                "",
                List.of());
    }
}
