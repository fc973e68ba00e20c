/**
 * What a member has besides his password: authenticator apps that make one-time passwords (TOTP, RFC 6238), and
 * passkeys (WebAuthn Level 3).
 *
 * <p>Here a second factor is registered and verified; when it is asked for, {@code signin} says. Libraries for
 * second factors are used in this package alone.
 */
@NullMarked
package jp.kenpo.portal.secondfactor;

import org.jspecify.annotations.NullMarked;
