/** Back in without password or user ID: what is forgotten is replaced or told by mail, to addresses that are proved. */
@NullMarked
package jp.kenpo.portal.recovery;

import org.jspecify.annotations.NullMarked;
