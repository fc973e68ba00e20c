package jp.kenpo.portal.journey.soak;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a form that was sent does to the model: before anybody knows whether it came in, and after its answer. */
final class Deeds {

    /** Where nothing but what was typed can be a reason to refuse it. */
    private static final Set<Place> TAKES_WHAT_IS_RIGHT =
            EnumSet.of(Place.TERMS, Place.USER_ID_AND_METHOD, Place.NEW_PASSWORD, Place.EMAIL);

    private Deeds() {}

    static void sent(Submission form, Member member, Standing standing, Instant now) {
        if (form.passkey()) {
            standing.provesAll(now);
        }
        if (form.button().equals(Submission.SIGN_OUT)) {
            standing.mayBeSignedOut();
            return;
        }
        switch (form.place()) {
            case LOGIN -> logIn(form, member, standing, now);
            case SECOND_FACTOR, ONE_TIME_PASSWORD -> {
                if (member.authenticator().hasMade(form.typed("one-time-password"))) {
                    standing.provesAll(now);
                }
            }
            case RECOVERY_CODE -> {
                if (member.isRecoveryCode(form.typed("recovery-code"))) {
                    member.usesRecoveryCode(form.typed("recovery-code"));
                    standing.provesAll(now);
                }
            }
            case LOST_DEVICE_CODE -> {
                if (!form.typed("confirmation-code").equals(Typing.NO_CODE)) {
                    standing.provesAll(now);
                }
            }
            case BIRTH_DATE -> triedIf(form.typed("birth-date").equals(Member.BIRTH_DATE), form, member);
            case TERMS -> triedIf(form.by("agree"), form, member);
            case USER_ID_AND_METHOD -> {
                triedIf(!form.typed("method").isEmpty(), form, member);
                member.userId().asked(form.typed("user-id"));
            }
            case NEW_PASSWORD -> {
                triedIf(form.typed("new-password").equals(form.typed("password-confirmation")), form, member);
                member.password().asked(form.typed("new-password"));
            }
            case RESET, CHANGE_PASSWORD -> member.password().asked(form.typed("new-password"));
            case CHANGE_USER_ID -> member.userId().asked(form.typed("user-id"));
            case EMAIL, CHANGE_EMAIL -> {
                triedIf(!form.typed("email").isEmpty(), form, member);
                member.named(form.typed("email"));
            }
            case EMAIL_CODE ->
                triedIf(form.by("later") || !form.typed("confirmation-code").equals(Typing.NO_CODE), form, member);
            // It ends every visit.
            case FORMER_ADDRESS -> standing.mayBeSignedOut();
            case LINK -> {
                standing.usesLink(now);
                standing.mayBeSignedOut();
            }
            default -> {}
        }
    }

    private static void logIn(Submission form, Member member, Standing standing, Instant now) {
        standing.mayBeSignedOut();
        if (member.userId().mayBe(form.typed("user-id")) && member.password().mayBe(form.typed("password"))) {
            standing.provesHalf(now);
        }
    }

    private static void triedIf(boolean finishes, Submission form, Member member) {
        if (finishes) {
            member.tried(form.place());
        }
    }

    /** @return what is wrong with the answer; empty where nothing is */
    static Optional<String> answered(Submission form, Seen seen, Member member, Standing standing) {
        Place from = form.place();
        Reach reach = seen.place().map(Place::reach).orElse(Reach.EVERYBODY);
        boolean stays = seen.is(from);
        if (stays && form.rightly() && TAKES_WHAT_IS_RIGHT.contains(from)) {
            return Optional.of("refused what was right");
        }
        if (from == Place.LOGIN && stays && !form.passkey()) {
            // One of them at a time, so that each pair comes to be tried.
            (member.nextChange() % 2 == 0 ? member.userId() : member.password())
                    .refused(form.typed(member.nextChange() % 2 == 0 ? "password" : "user-id"));
        }
        if ((from == Place.LOGIN || from == Place.LINK) && reach == Reach.HALF_PROVED) {
            standing.isAskedForSecondFactor();
        }
        if (!stays && reach != Reach.NOBODY && reach != Reach.HALF_PROVED) {
            taken(form, member);
        }
        return Optional.empty();
    }

    private static void taken(Submission form, Member member) {
        if (!form.rightly()) {
            return;
        }
        switch (form.place()) {
            case SECOND_FACTOR -> member.authenticator().taken(form.typed("device"));
            case NEW_PASSWORD, RESET, CHANGE_PASSWORD -> member.password().taken(form.typed("new-password"));
            case USER_ID_AND_METHOD, CHANGE_USER_ID -> member.userId().taken(form.typed("user-id"));
            default -> {}
        }
    }
}
