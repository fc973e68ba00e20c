package jp.kenpo.portal.journey.soak;

import java.util.Random;

/** What a member may do next, and how often in a thousand moves he does. */
enum Move {
    FILL_IN_RIGHTLY(490, Wanderer::fillInRightly),
    FILL_IN_WRONGLY(60, Wanderer::fillInWrongly),
    PRESS_ANYTHING(50, Wanderer::pressAnything),
    CLICK_TWICE(45, Wanderer::clickTwice),
    FOLLOW_LINK(70, Wanderer::followLink),
    GO_BACK(45, Wanderer::goBack),
    GO_FORWARD(20, Wanderer::goForward),
    LOAD_ANEW(40, Wanderer::loadAnew),
    GO_TO_ADDRESS(60, Wanderer::goToAddress),
    OPEN_TAB(20, Wanderer::openTab),
    CHANGE_TAB(25, Wanderer::changeTab),
    SEND_STALE_FORM(15, Wanderer::sendStaleForm),
    CUT_COOKIE(5, Wanderer::cutCookie),
    LOSE_COOKIES(5, Wanderer::loseCookies),
    LET_TIME_PASS(18, Wanderer::letTimePass),
    TAKE_OTHER_DEVICE(15, Wanderer::takeOtherDevice),
    SIGN_OUT(6, Wanderer::signOut),
    OPEN_MAILED_LINK(5, Wanderer::openMailedLink),
    KILL_SERVER(2, Wanderer::killServer),
    KILL_SERVER_WHILE_PRESSING(2, Wanderer::killServerWhilePressing);

    /** A way of doing it; it says in the trail what was done. */
    interface Way {
        void go(Wanderer wanderer);
    }

    /** So much more often where a visit has a liking for it. */
    private static final int LIKING = 8;

    private final int weight;
    private final Way way;

    Move(int weight, Way way) {
        this.weight = weight;
        this.way = way;
    }

    void by(Wanderer wanderer) {
        way.go(wanderer);
    }

    /** Any move, more often the one that is liked. */
    static Move any(Random random, Move liked) {
        int sum = liked.extra();
        for (Move move : values()) {
            sum += move.weight;
        }
        int drawn = random.nextInt(sum);
        for (Move move : values()) {
            drawn -= move.weight;
            if (drawn < 0) {
                return move;
            }
        }
        return liked;
    }

    /** Of the common moves there are enough, and each start of the server takes as long as a hundred moves. */
    private int extra() {
        return weight < 5 || weight > 100 ? 0 : weight * (LIKING - 1);
    }
}
