/**
 * Single functions that many requests ask for and that need neither server nor database, for {@code bin/bench --micro}.
 *
 * <p>Each is measured on input that is right and common. What is open to its own package only is measured beside it.
 */
@NullMarked
package jp.kenpo.portal.bench.micro;

import org.jspecify.annotations.NullMarked;
