package jp.kenpo.portal.selfservice;

import jp.kenpo.portal.platform.Refusal;

/** What became of something that a member wanted to change. */
public sealed interface Change {

    /** It is as he wanted it. */
    record Made() implements Change {}

    /** It may not be. */
    record Refused(Refusal why) implements Change {}

    /** His visit went on or ended meanwhile, or he has to show a second factor again. */
    record NotNow() implements Change {}
}
