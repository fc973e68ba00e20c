package jp.kenpo.portal.secondfactor;

/** What became of an authenticator's answer: it holds, or why it does not. */
public sealed interface PasskeyCheck<T> {

    /** Every check of the specification was passed. */
    record Passed<T>(T value) implements PasskeyCheck<T> {}

    /** One was not. */
    record Failed<T>(PasskeyFailure why) implements PasskeyCheck<T> {}
}
