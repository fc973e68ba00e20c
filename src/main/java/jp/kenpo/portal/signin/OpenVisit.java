package jp.kenpo.portal.signin;

import java.time.Instant;
import jp.kenpo.portal.web.UserAgent;

/**
 * A visit of a member that still goes on, as he is told of it.
 *
 * @param device on which it began
 * @param lastUsedAt to the minute
 * @param signedIn whether nothing is left to prove; else somebody is about to sign in
 * @param here whether it is the one in which he asks
 */
public record OpenVisit(
        long sessionId, UserAgent device, Instant startedAt, Instant lastUsedAt, boolean signedIn, boolean here) {}
