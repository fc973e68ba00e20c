package jp.kenpo.portal.journey.soak;

import java.util.Optional;

/** Who may come upon a page, judged by what the member did and by nothing that the portal says. */
enum Reach {
    /** Whoever asks for it. */
    EVERYBODY,
    /** Whoever is not known to the portal. */
    NOBODY {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            return standing.staysSignedIn() ? Optional.of("signed out for no reason") : Optional.empty();
        }
    },
    /** Who proved one thing: his password, or that he reads his mail. */
    HALF_PROVED {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            return standing.isHalfProved() ? Optional.empty() : Optional.of("asked for the second before the first");
        }
    },
    /** Who did all of the first login that comes before, and nothing yet of what comes after. */
    FIRST_LOGIN {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            if (!standing.isHalfProved()) {
                return Optional.of("a step of the first login before the password");
            }
            if (member.hasSecondFactor() && !standing.isFullyProved()) {
                return Optional.of("a step of the first login before the second factor");
            }
            if (place.step() < member.furthest()) {
                return Optional.of("a step that was finished is asked for again");
            }
            return member.firstMissingBefore(place).map(missing -> "skipped " + missing);
        }
    },
    /** Who did all of the first login; whoever has a second factor has shown it too. */
    SET_UP {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            if (!standing.isHalfProved() || member.hasSecondFactor() && !standing.isFullyProved()) {
                return Optional.of("a second factor set up by whom nothing was proved");
            }
            return member.firstMissingBefore(place).map(missing -> "skipped " + missing);
        }
    },
    /** Who used a link in his mail, and has shown the second factor where he has one. */
    MAILED {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            return standing.hasUsedLink() && (standing.isFullyProved() || !member.hasSecondFactor())
                    ? Optional.empty()
                    : Optional.of("a new password without link and second factor");
        }
    },
    /** Who has shown his second factor in this browser since nobody was known in it. */
    MEMBER {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            if (!standing.isFullyProved()) {
                return Optional.of("a member's page before the second factor");
            }
            return member.firstMissingBefore(place).map(missing -> "skipped " + missing);
        }
    },
    /** The insurer's staff, of whom the model has none. */
    STAFF {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            return Optional.of("a page of the staff");
        }
    },
    /** Whose second factors staff took away, which nobody does in the model. */
    RESET_BY_STAFF {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            return Optional.of("second factors taken away for no reason");
        }
    },
    /** Nobody whom the model has. */
    BARRED {
        @Override
        Optional<String> refusal(Place place, Member member, Standing standing) {
            return Optional.of("barred for no reason");
        }
    };

    /** Why the page must not be shown now; empty where it may. */
    Optional<String> refusal(Place place, Member member, Standing standing) {
        return Optional.empty();
    }
}
