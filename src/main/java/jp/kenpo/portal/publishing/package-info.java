/**
 * What an insurer's managers have hold for all members, or say to them: the terms of use, and notices.
 *
 * <p>Showing it to members is {@code firstlogin}'s and {@code selfservice}'s.
 */
@NullMarked
package jp.kenpo.portal.publishing;

import org.jspecify.annotations.NullMarked;
