/**
 * The portal as a member meets it: in Chromium, found by label, role and name alone, against the portal that
 * {@code bin/run} starts; the first login also on WildFly.
 *
 * <p>What takes no browser to see is tested where it is written.
 */
@NullMarked
package jp.kenpo.portal.journey;

import org.jspecify.annotations.NullMarked;
