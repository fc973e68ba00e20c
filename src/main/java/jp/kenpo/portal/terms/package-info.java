/**
 * The insurer's terms of use (利用規約): their versions, and who accepted which.
 *
 * <p>Asking a member is {@code firstlogin}'s; here stands what there is to ask and what was answered.
 */
@NullMarked
package jp.kenpo.portal.terms;

import org.jspecify.annotations.NullMarked;
