/**
 * The portal's show: two made-up insurers with their members, and the mail that would have been sent.
 *
 * <p>Everything here sleeps unless the settings switch demo mode on; nothing may depend on it, so that it
 * could be taken out of the WAR without a change elsewhere.
 */
@NullMarked
package jp.kenpo.portal.demo;

import org.jspecify.annotations.NullMarked;
