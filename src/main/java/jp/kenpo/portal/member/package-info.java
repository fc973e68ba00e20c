/**
 * The insured person as the insurer's roster knows him: 記号・番号, name, birth date, when his insurance began
 * and ended.
 *
 * <p>Nothing here is the member's own choice: what he chose himself (user ID, password, address) is
 * {@code account}'s.
 */
@NullMarked
package jp.kenpo.portal.member;

import org.jspecify.annotations.NullMarked;
