/**
 * Holds off those who guess: how often something secret may be tried, from which device, and from where.
 *
 * <p>What is guessed and whether it was right is not known here: that is {@code signin}'s and {@code firstlogin}'s.
 * A count is a row, so that it holds on every node and over a restart.
 */
@NullMarked
package jp.kenpo.portal.guesses;

import org.jspecify.annotations.NullMarked;
