/**
 * What a signed-in member sees and changes of his own.
 *
 * <p>Nothing here is reached before the second factor; getting there is {@code signin}'s and
 * {@code firstlogin}'s.
 */
@NullMarked
package jp.kenpo.portal.selfservice;

import org.jspecify.annotations.NullMarked;
