/** How far an insurer's insured persons are with their first login, in numbers that name nobody. */
@NullMarked
package jp.kenpo.portal.figures;

import org.jspecify.annotations.NullMarked;
