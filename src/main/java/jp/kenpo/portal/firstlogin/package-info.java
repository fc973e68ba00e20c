/**
 * The first login, page by page, and the setting up of a second factor: what the insurer's manual shows.
 *
 * <p>Each step is saved at once, in one transaction, and may be done again without harm; which step is open is
 * {@code signin}'s to say. The two Faces flows keep what is typed and not yet saved, nothing else.
 */
@NullMarked
package jp.kenpo.portal.firstlogin;

import org.jspecify.annotations.NullMarked;
