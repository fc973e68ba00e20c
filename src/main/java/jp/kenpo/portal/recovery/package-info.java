/**
 * Back in without password, user ID or devices: what is forgotten is replaced or told by mail, to addresses that are
 * proved, and whoever has no device any more shows in other ways who he is.
 */
@NullMarked
package jp.kenpo.portal.recovery;

import org.jspecify.annotations.NullMarked;
