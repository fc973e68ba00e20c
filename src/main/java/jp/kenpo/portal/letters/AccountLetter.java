package jp.kenpo.portal.letters;

import java.time.Instant;
import java.util.Optional;
import jp.kenpo.portal.account.LetterSecret;

/**
 * What one letter says that no other does.
 *
 * @param batch the number of those that are printed together
 * @param place among them, the first being 1
 * @param secret the initial password that was drawn for him; empty: he makes it up of what he knows
 * @param passwordExpiresAt when the initial password ends; empty: with the first login
 */
record AccountLetter(
        long batch,
        int place,
        String name,
        String userId,
        Optional<Instant> passwordExpiresAt,
        Optional<LetterSecret> secret) {}
