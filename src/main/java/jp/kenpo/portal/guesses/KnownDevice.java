package jp.kenpo.portal.guesses;

import java.time.Instant;
import jp.kenpo.portal.web.UserAgent;

/**
 * A device that its owner signed in with, as he is told of it.
 *
 * @param id tells it from his others; it says nothing of its mark
 * @param device browser and system, as they were at the last sign-in
 * @param here whether it is the one that asks
 */
public record KnownDevice(long id, UserAgent device, Instant knownSince, Instant lastSignInAt, boolean here) {}
