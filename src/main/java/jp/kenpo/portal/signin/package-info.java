/**
 * Proves who is calling and says what comes next.
 *
 * <p>What comes next is derived at every request from the account's facts, the proofs of this visit and the
 * time; it is stored nowhere, so it cannot be stale, and no address can be reached before its turn. The
 * session's one truth is a row of the database: the HttpSession holds Faces' own state and nothing else.
 *
 * <p>What a step asks for is its own package's: the first login's pages are {@code firstlogin}'s.
 */
@NullMarked
package jp.kenpo.portal.signin;

import org.jspecify.annotations.NullMarked;
