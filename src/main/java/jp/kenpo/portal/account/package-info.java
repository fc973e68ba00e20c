/**
 * The sign-in identity of a member, or of one of the insurer's staff: user ID, password, e-mail address, and how far the first login has come.
 *
 * <p>What the insurer knows of the person is {@code member}'s; second factors are {@code secondfactor}'s; who
 * is signed in right now is {@code signin}'s.
 */
@NullMarked
package jp.kenpo.portal.account;

import org.jspecify.annotations.NullMarked;
