package jp.kenpo.portal.letters;

import java.time.Instant;
import java.util.Optional;

/**
 * What one letter says that no other does.
 *
 * @param batch the number of those that are printed together
 * @param place among them, the first being 1
 * @param passwordExpiresAt when the initial password ends; empty: with the first login
 */
record AccountLetter(long batch, int place, String name, String userId, Optional<Instant> passwordExpiresAt) {}
