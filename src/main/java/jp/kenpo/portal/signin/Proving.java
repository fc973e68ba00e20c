package jp.kenpo.portal.signin;

import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;

/** What became of an attempt to prove something. */
public sealed interface Proving {

    /** It was proved; the visit goes on with this token. */
    record Proved(SecretToken token) implements Proving {}

    /** It was not taken. */
    record Refused(Refusal why) implements Proving {}

    /** The visit went on, or ended, before this attempt could be looked at. */
    record Overtaken() implements Proving {}

    static Proving refused(String key, Object... arguments) {
        return new Refused(Refusal.of(key, arguments));
    }
}
