package jp.kenpo.portal.signin;

/**
 * A visit that is over, though its token still came along.
 *
 * @param accountId whose it was: nobody is signed in by it, but what he typed last can be kept for him
 */
public record PastVisit(long accountId, Ending ending) {

    /** How it ended. */
    public enum Ending {
        /** It was not used, or lasted, too long. */
        TIMED_OUT,
        /** The member, or the insurer, ended it from elsewhere. */
        ENDED_ELSEWHERE
    }
}
